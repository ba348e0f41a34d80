#include "places.h"

#define AT(h, m) ((h) * 60 + (m))
#define FIVE(from, to) { { 0, 0 }, { from, to }, { from, to }, { from, to }, { from, to }, { from, to }, { 0, 0 } }

static const struct shift office = { "Mon-Fri 09:00-17:30", FIVE (AT (9, 0), AT (17, 30)) };
static const struct shift early = { "Mon-Fri 08:00-16:30", FIVE (AT (8, 0), AT (16, 30)) };
static const struct shift late = { "Mon-Fri 11:00-19:30", FIVE (AT (11, 0), AT (19, 30)) };
static const struct shift short_friday = {
	"Mon-Thu 08:30-17:00, Fri 08:30-14:00",
	{ { 0, 0 }, { AT (8, 30), AT (17, 0) }, { AT (8, 30), AT (17, 0) }, { AT (8, 30), AT (17, 0) },
	  { AT (8, 30), AT (17, 0) }, { AT (8, 30), AT (14, 0) }, { 0, 0 } },
};
static const struct shift four_days = {
	"Mon-Thu 09:00-17:00",
	{ { 0, 0 }, { AT (9, 0), AT (17, 0) }, { AT (9, 0), AT (17, 0) }, { AT (9, 0), AT (17, 0) },
	  { AT (9, 0), AT (17, 0) }, { 0, 0 }, { 0, 0 } },
};

static const struct shift *const european[] = { &office, &office, &early, &short_friday, &four_days };
static const struct shift *const indian[] = { &late, &late, &office };
static const struct shift *const american[] = { &early, &early, &office };

static const struct spelling german_given[] = {
	{ "Anna", "anna" }, { "Jürgen", "juergen" }, { "Sabine", "sabine" }, { "Lukas", "lukas" },
	{ "Käthe", "kaethe" }, { "Emre", "emre" }, { "Ayşe", "ayse" }, { "Björn", "bjoern" },
	{ "Katharina", "katharina" }, { "Florian", "florian" }, { "Дмитрий", "dmitri" }, { "Leonie", "leonie" },
	{ "Matthias", "matthias" }, { "Zoë", "zoe" }, { "Henning", "henning" }, { "Ulrike", "ulrike" },
};
static const struct spelling german_family[] = {
	{ "Müller", "mueller" }, { "Schmidt", "schmidt" }, { "Weiß", "weiss" }, { "Kowalski", "kowalski" },
	{ "Yılmaz", "yilmaz" }, { "Schäfer", "schaefer" }, { "von der Heide", "vonderheide" }, { "Соколов", "sokolov" },
	{ "Krüger", "krueger" }, { "Nguyễn", "nguyen" }, { "Hoffmann", "hoffmann" }, { "Lang", "lang" },
	{ "Böhm", "boehm" }, { "Petersen", "petersen" }, { "Öztürk", "oeztuerk" }, { "Vogel", "vogel" },
};
static const struct spelling indian_given[] = {
	{ "Priya", "priya" }, { "Arjun", "arjun" }, { "Ananya", "ananya" }, { "Rohan", "rohan" },
	{ "Kavya", "kavya" }, { "Vikram", "vikram" }, { "Meera", "meera" }, { "आदित्य", "aditya" },
	{ "Sneha", "sneha" }, { "Karthik", "karthik" }, { "Isha", "isha" }, { "Nikhil", "nikhil" },
};
static const struct spelling indian_family[] = {
	{ "Deshpande", "deshpande" }, { "Kulkarni", "kulkarni" }, { "Iyer", "iyer" }, { "Sharma", "sharma" },
	{ "Patil", "patil" }, { "Joshi", "joshi" }, { "Rao", "rao" }, { "Mehta", "mehta" },
	{ "Chatterjee", "chatterjee" }, { "Nair", "nair" }, { "Gokhale", "gokhale" }, { "Banerjee", "banerjee" },
};
static const struct spelling american_given[] = {
	{ "Grace", "grace" }, { "Marcus", "marcus" }, { "Siobhán", "siobhan" }, { "Diego", "diego" },
	{ "Hannah", "hannah" }, { "Tyler", "tyler" }, { "Renée", "renee" }, { "Omar", "omar" },
	{ "小明", "xiaoming" }, { "Beth", "beth" }, { "Jamal", "jamal" }, { "Olivia", "olivia" },
};
static const struct spelling american_family[] = {
	{ "O'Connor", "oconnor" }, { "Washington", "washington" }, { "García", "garcia" }, { "Lee", "lee" },
	{ "Smith-Jones", "smith-jones" }, { "Chen", "chen" }, { "MacDonald", "macdonald" }, { "Brown", "brown" },
	{ "Peterson", "peterson" }, { "王", "wang" }, { "Okafor", "okafor" }, { "Rivera", "rivera" },
};
static const struct spelling portuguese_given[] = {
	{ "João", "joao" }, { "Inês", "ines" }, { "Tiago", "tiago" }, { "Conceição", "conceicao" },
	{ "Rui", "rui" }, { "Beatriz", "beatriz" }, { "Gonçalo", "goncalo" }, { "Mafalda", "mafalda" },
	{ "Nuno", "nuno" }, { "Catarina", "catarina" }, { "Élio", "elio" }, { "Sofia", "sofia" },
};
static const struct spelling portuguese_family[] = {
	{ "Silva", "silva" }, { "Conceição", "conceicao" }, { "Araújo", "araujo" }, { "Nóbrega", "nobrega" },
	{ "Ferreira", "ferreira" }, { "Magalhães", "magalhaes" }, { "Pinto", "pinto" }, { "Guimarães", "guimaraes" },
	{ "Costa", "costa" }, { "Simões", "simoes" }, { "Teixeira", "teixeira" }, { "Lourenço", "lourenco" },
};

/* Two observances as Outlook writes them: for ever, from the year that Windows counts
 * from. */
#define OBSERVANCE(kind, time, from, to, rule) \
	"BEGIN:" kind "\nDTSTART:16010101T" time "\nTZOFFSETFROM:" from "\nTZOFFSETTO:" to "\n" rule "END:" kind "\n"
#define YEARLY(day, month) "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=" day ";BYMONTH=" month "\n"

#define CENTRAL_EUROPE OBSERVANCE ("STANDARD", "030000", "+0200", "+0100", YEARLY ("-1SU", "10")) \
	OBSERVANCE ("DAYLIGHT", "020000", "+0100", "+0200", YEARLY ("-1SU", "3"))
#define WESTERN_EUROPE OBSERVANCE ("STANDARD", "020000", "+0100", "+0000", YEARLY ("-1SU", "10")) \
	OBSERVANCE ("DAYLIGHT", "010000", "+0000", "+0100", YEARLY ("-1SU", "3"))
#define INDIA OBSERVANCE ("STANDARD", "000000", "+0530", "+0530", "") OBSERVANCE ("DAYLIGHT", "000000", "+0530", "+0530", "")
#define EASTERN OBSERVANCE ("STANDARD", "020000", "-0400", "-0500", YEARLY ("1SU", "11")) \
	OBSERVANCE ("DAYLIGHT", "020000", "-0500", "-0400", YEARLY ("2SU", "3"))

#define NAMES(of) of##_given, of##_family, G_N_ELEMENTS (of##_given), G_N_ELEMENTS (of##_family)
#define SHIFTS(of) of, G_N_ELEMENTS (of)

const struct site places_sites[] = {
	{ "Berlin", "Europe/Berlin", "W. Europe Standard Time", CENTRAL_EUROPE, 45, 80, NAMES (german), SHIFTS (european) },
	{ "Lisbon", "Europe/Lisbon", "GMT Standard Time", WESTERN_EUROPE, 20, 0, NAMES (portuguese), SHIFTS (european) },
	{ "Pune", "Asia/Kolkata", "India Standard Time", INDIA, 20, 0, NAMES (indian), SHIFTS (indian) },
	{ "Boston", "America/New_York", "Eastern Standard Time", EASTERN, 15, 0, NAMES (american), SHIFTS (american) },
};
const guint places_n_sites = G_N_ELEMENTS (places_sites);

const char *const places_units[] = { "Engineering", "Finance", "Sales", "Operations", "People", "Legal" };
const guint places_n_units = G_N_ELEMENTS (places_units);

const struct topic places_topics[] = {
	{ "accessibility testing", { "Accessibility testing", "How to test with a screen reader", "Accessibility for everyone" },
	  { "Barrierefreiheit testen", "Wie man mit einem Screenreader testet", "Barrierefreiheit" },
	  { "accessib", "barrierefrei", "screen reader", "screenreader", NULL } },
	{ "test automation", { "Test automation", "Automated tests: what they can do", "Test automation for beginners" },
	  { "Testautomatisierung", "Automatische Tests verstehen", "Testautomatisierung für Einsteiger" },
	  { "test automation", "automated test", "testautomat", "automatische tests", NULL } },
	{ "cloud", { "Cloud basics", "What the cloud costs us", "Cloud" },
	  { "Grundlagen der Cloud", "Was die Cloud uns kostet", "Cloud" }, { "cloud", NULL } },
	{ "data literacy", { "Data literacy", "Reading statistics without fear", "Data literacy for leaders" },
	  { "Datenkompetenz", "Statistik ohne Angst", "Daten lesen lernen" },
	  { "data literacy", "statisti", "datenkompetenz", "daten lesen", NULL } },
	{ "social media", { "Social media", "What my daughter does on social media", "Social media at work" },
	  { "Soziale Medien", "Was meine Kinder in sozialen Medien machen", "Social Media im Beruf" },
	  { "social media", "soziale medien", "sozialen medien", NULL } },
	{ "AI tools", { "AI tools", "Working with AI tools day to day", "What AI tools can and cannot do" },
	  { "KI-Werkzeuge", "KI im Alltag", "Was KI kann und was nicht" },
	  { "ai tools", "ki-werkzeug", "ki im ", "was ki ", NULL } },
	{ "remote work", { "Remote work", "Leading people whom I never see", "Remote work that works" },
	  { "Arbeiten aus der Ferne", "Führen aus der Ferne", "Homeoffice, das funktioniert" },
	  { "remote", "never see", "ferne", "homeoffice", NULL } },
	{ "open source", { "Open source", "How open source communities work", "Open source licences" },
	  { "Open Source", "Wie Open-Source-Gemeinschaften arbeiten", "Open-Source-Lizenzen" },
	  { "open source", "open-source", NULL } },
	{ "user research", { "User research", "Listening to users", "User research in a day" },
	  { "Nutzerforschung", "Nutzern zuhören", "Nutzerforschung an einem Tag" },
	  { "user research", "to users", "nutzerforschung", "nutzern", NULL } },
	{ "security hygiene", { "Security hygiene", "Passkeys and password managers", "Security hygiene at home" },
	  { "Sicherheit im Alltag", "Passkeys und Passwortmanager", "IT-Sicherheit zu Hause" },
	  { "security", "passkey", "sicherheit", NULL } },
	{ "video editing", { "Video editing", "Short videos that people watch", "Video editing on a phone" },
	  { "Videoschnitt", "Kurze Videos, die man ansieht", "Videoschnitt am Handy" }, { "video", NULL } },
	{ "inclusive language", { "Inclusive language", "Words that include everybody", "Inclusive language" },
	  { "Inklusive Sprache", "Worte, die alle einschließen", "Leichte Sprache" },
	  { "inclusive", "include everybody", "inklusive", "alle einschliessen", "leichte sprache", NULL } },
};
const guint places_n_topics = G_N_ELEMENTS (places_topics);
