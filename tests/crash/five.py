"""A company of five, and its story: a chapter is a day that begins from what the days before
left."""

from company_site import Chapter, Company, HEADER

NAMES = {"lea": "Lea Leader", "leo": "Leo Leader", "max": "Max Mentor", "mia": "Mia Mentor", "moe": "Moe Mentor"}

# Nobody sleeps here, so that no mail waits for the morning.
PEOPLE = HEADER + """\
lea,Lea Leader,lea@example.org,leader,5,Board,Europe/London,Mon-Sun 00:00-24:00,en,
leo,Leo Leader,leo@example.org,leader,5,Sales,Europe/London,Mon-Sun 00:00-24:00,en,
max,Max Mentor,max@example.org,mentor,1,Lab,Europe/London,Mon-Sun 00:00-24:00,en,robots
mia,Mia Mentor,mia@example.org,mentor,1,Shop,Europe/London,Mon-Sun 00:00-24:00,en,baking
moe,Moe Mentor,moe@example.org,mentor,1,Desk,Europe/London,Mon-Sun 00:00-24:00,en,stamps
"""

FIVE = Company(NAMES, PEOPLE, {
    "What would you like to learn?": lambda who: {"lea": "1: robots", "leo": "1: baking"}[who],
    "Could you teach one of these?": lambda who: {"max": "1", "mia": "2", "moe": "1"}[who],
    "Would you like to meet": lambda who: "YES",
})


def both(leader, mentor):
    """What the two of a pair get when they are brought together."""
    pairs = [(leader, mentor), (mentor, leader)]
    return [mail for who, other in pairs for mail in (
        (who, f"Would you like to meet {NAMES[other]}?"), (who, "Thank you, we noted your yes"),
        (who, f"You and {NAMES[other]}: your first meeting"))]


def all_accepted(site):
    """Every calendar's answer was taken in."""
    words = sorted(str(meeting.get(f"by_{who}_partstat", "")).upper()
                   for meeting in site.lines("meetings") for who in ("mentor", "leader"))
    return None if words == ["ACCEPTED"] * 4 else f"answers to invitations: {words}"


CHAPTERS = [
    Chapter("questions", 0, [(who, subject) for who in ("lea", "leo")
                             for subject in ("What would you like to learn?", "Thank you for your topics")]),
    Chapter("volunteers", 11, [(who, subject) for who in ("max", "mia", "moe")
                               for subject in ("Could you teach one of these?", "Thank you for offering to teach")]),
    Chapter("meetings", 19, both("lea", "max") + both("leo", "mia") + [("moe", "No pairing this time")], all_accepted),
]
