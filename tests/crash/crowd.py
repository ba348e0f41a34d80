"""A company of many leaders, who are all asked at once, answer at once and are thanked."""

from company_site import Chapter, Company, HEADER

ASKED, THANKED = "What would you like to learn?", "Thank you for your topics"


def crowd(size, answers=True):
    """The company, and the one chapter of its life."""
    names = {f"l{number}": f"Leader Number{number}" for number in range(1, size + 1)}
    rows = [f"{who},{name},{who}@example.org,leader,5,Board,Europe/London,Mon-Sun 00:00-24:00,en,\n"
            for who, name in names.items()]
    said = {ASKED: lambda who: f"1: subject {who}"} if answers else {}
    company = Company(names, HEADER + "".join(rows), said, quotes=False)
    subjects = (ASKED, THANKED) if answers else (ASKED,)
    return company, Chapter("questions", 0, [(who, words) for who in names for words in subjects])
