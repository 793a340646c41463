"""Date expressions in made-up news: each sentence with the values that a careful reader would give.

The article's day is Wednesday 20 September 2023 where a case names no other.
"""

from __future__ import annotations

import time
from datetime import date

import pytest
from made_documents import document, published_on

from contactline import dates
from contactline.dates import expressions
from contactline.lexicon import load
from contactline.records import UNKNOWN, Interval, Published, Timex

LEXICON = load()

WEDNESDAY = date(2023, 9, 20)


def read(text: str, day: date | None = WEDNESDAY) -> tuple[Timex, ...]:
    found = document(text)
    return dates.resolve(dates.find(found, LEXICON), found, published_on(day), LEXICON)


def values(text: str, day: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(t.text, t.value) for t in read(text, day) if t.kind == "date"]


FULL_DATES = [
    ("The truce began on 20 September 2023.", [("20 September 2023", "2023-09-20")]),
    ("The truce began on September 20, 2023, at noon.", [("September 20, 2023", "2023-09-20")]),
    ("The truce began on Sept. 20, 2023.", [("Sept. 20, 2023", "2023-09-20")]),
    ("The truce began on the 20th of September 2023.", [("the 20th of September 2023", "2023-09-20")]),
    ("The truce began on September 20th, 2023.", [("September 20th, 2023", "2023-09-20")]),
    ("The truce began on 20th September, 2023.", [("20th September, 2023", "2023-09-20")]),
    ("The truce began on 20 SEPTEMBER 2023.", [("20 SEPTEMBER 2023", "2023-09-20")]),
    ("The truce began on 2023-09-20.", [("2023-09-20", "2023-09-20")]),
    ("The truce began on 2023-09-20T13:00:00Z.", [("2023-09-20T13:00:00Z", "2023-09-20")]),
    ("The truce began on 20.09.2023.", [("20.09.2023", "2023-09-20")]),
    ("The truce began on 9/20/2023.", [("9/20/2023", "2023-09-20")]),
    ("The truce began on 20/9/2023.", [("20/9/2023", "2023-09-20")]),
    ("The truce began on Wednesday, September 20, 2023.", [("Wednesday, September 20, 2023", "2023-09-20")]),
    ("The truce began on Wednesday 20 September 2023.", [("Wednesday 20 September 2023", "2023-09-20")]),
    ("The truce began on the first of March 2022.", [("the first of March 2022", "2022-03-01")]),
    ("He was born on 12 May 1994.", [("12 May 1994", "1994-05-12")]),
    ("The accord of November 9, 2020 still holds.", [("November 9, 2020", "2020-11-09")]),
    ("The accord of 10 November of 2020 still holds.", [("10 November of 2020", "2020-11-10")]),
    ("Talks were held in Vienna (14 April 2022).", [("14 April 2022", "2022-04-14")]),
    ("enclave.On 3 October 2020 shells fell.", [("3 October 2020", "2020-10-03")]),
    ("The report of 02-Nov-2021 was wrong.", [("02-Nov-2021", "2021-11-02")]),
    ("The report of 30 February 2022 was wrong.", [("30 February 2022", "")]),
]

MONTHS_AND_YEARS = [
    ("The corridor was closed in December 2022.", [("December 2022", "2022-12")]),
    ("The corridor was closed in December of 2022.", [("December of 2022", "2022-12")]),
    ("The war of 2020 left thousands dead.", [("2020", "2020")]),
    ("The 2020 war left thousands dead.", [("2020", "2020")]),
    ("In 1994 the guns fell silent.", [("1994", "1994")]),
    ("The year 1988 brought the first rallies.", [("The year 1988", "1988")]),
    ("Fighting in the 1990s displaced many.", [("the 1990s", "199X")]),
    ("Fighting in the early 1990s displaced many.", [("the early 1990s", "199X")]),
    ("The province changed hands in the 19th century.", [("the 19th century", "18XX")]),
    ("In the first quarter of 2022 exports grew.", [("the first quarter of 2022", "2022-Q1")]),
    ("In the second half of 2021 exports grew.", [("the second half of 2021", "2021-H2")]),
    ("In the summer of 2021 a road was closed.", [("the summer of 2021", "2021-SU")]),
    ("In spring 2022 a road was closed.", [("spring 2022", "2022-SP")]),
    ("In the autumn of 2020 war came.", [("the autumn of 2020", "2020-FA")]),
    ("In fall 2020 war came.", [("fall 2020", "2020-FA")]),
    ("By the end of 2024 the road will be open.", [("the end of 2024", "2024")]),
    ("In mid-2021 a road was closed.", [("mid-2021", "2021")]),
    ("In late July 2022 a road was closed.", [("late July 2022", "2022-07")]),
]

PARTIAL_DATES = [
    ("The parties met on 14 September.", [("14 September", "2023-09-14")]),
    ("The parties met on Sept. 14.", [("Sept. 14", "2023-09-14")]),
    ("The parties met on September 14th.", [("September 14th", "2023-09-14")]),
    ("The parties met on 9 Sep.", [("9 Sep.", "2023-09-09")]),
    ("The parties met on 12 December.", [("12 December", "2022-12-12")]),
    ("The parties will meet on 5 October.", [("5 October", "2023-10-05")]),
    ("The parties are to meet on October 5.", [("October 5", "2023-10-05")]),
    ("A summit is scheduled for 12 January.", [("12 January", "2024-01-12")]),
    ("The ministry said on the 19th that the operation had begun.", [("the 19th", "2023-09-19")]),
    ("The ministry said on the 20th that a truce was reached.", [("the 20th", "2023-09-20")]),
    ("The two spoke by phone on the 25th.", [("the 25th", "2023-08-25")]),
    ("A round of talks will be held on the 25th.", [("the 25th", "2023-09-25")]),
    (
        "The talks began on September 18 and ended on the 19th.",
        [("September 18", "2023-09-18"), ("the 19th", "2023-09-19")],
    ),
    ("In May the mission was extended.", [("May", "2023-05")]),
    ("In November the mission was extended.", [("November", "2022-11")]),
    ("In September the mission was extended.", [("September", "2023-09")]),
    ("The mission will be extended in November.", [("November", "2023-11")]),
    ("The mission has been there since February.", [("February", "2023-02")]),
    ("The mission left last April.", [("last April", "2023-04")]),
    ("The mission left last December.", [("last December", "2022-12")]),
    ("The mission leaves next March.", [("next March", "2024-03")]),
    ("The mission came this June.", [("this June", "2023-06")]),
    ("In early September shells fell.", [("early September", "2023-09")]),
    ("In mid-September shells fell.", [("mid-September", "2023-09")]),
    ("In late August shells fell.", [("late August", "2023-08")]),
    ("At the end of August shells fell.", [("the end of August", "2023-08")]),
    ("At the beginning of July shells fell.", [("the beginning of July", "2023-07")]),
    ("On September 27 this year war broke out.", [("September 27 this year", "2023-09-27")]),
    ("On December 12 last year the road was closed.", [("December 12 last year", "2022-12-12")]),
    ("In August of last year the road was closed.", [("August of last year", "2022-08")]),
    ("He will come on the 5th of next month.", [("the 5th of next month", "2023-10-05")]),
]

WEEKDAYS = [
    ("Shells fell on Monday.", [("Monday", "2023-09-18")]),
    ("Shells fell on Wednesday.", [("Wednesday", "2023-09-20")]),
    ("Shells fell on Thursday.", [("Thursday", "2023-09-14")]),
    ("Two soldiers died Tuesday, the ministry said.", [("Tuesday", "2023-09-19")]),
    ("Monday's talks in Brussels brought nothing.", [("Monday's", "2023-09-18")]),
    ("The ministry said Friday that two had died.", [("Friday", "2023-09-15")]),
    ("The ministers will meet on Friday.", [("Friday", "2023-09-22")]),
    ("The ministers are to meet on Saturday in Tbilisi.", [("Saturday", "2023-09-23")]),
    ("A session of the council is scheduled for Thursday.", [("Thursday", "2023-09-21")]),
    ("He said on Monday that the ministers would meet.", [("Monday", "2023-09-18")]),
    ("On Sunday, the president visited the town.", [("Sunday", "2023-09-17")]),
    ("On Sunday, the president will visit the town.", [("Sunday", "2023-09-24")]),
    ("Last Friday a bus was stopped.", [("Last Friday", "2023-09-15")]),
    ("Last Wednesday a bus was stopped.", [("Last Wednesday", "2023-09-13")]),
    ("The court sits next Wednesday.", [("next Wednesday", "2023-09-27")]),
    ("This past Sunday a bus was stopped.", [("This past Sunday", "2023-09-17")]),
    ("On Monday night drones were heard.", [("Monday night", "2023-09-18")]),
    ("Early on Tuesday drones were heard.", [("Early on Tuesday", "2023-09-19")]),
    ("Late Monday drones were heard.", [("Late Monday", "2023-09-18")]),
    ("On Tuesday, September 19, drones were heard.", [("Tuesday, September 19", "2023-09-19")]),
    ("On Tuesday, 19 September, drones were heard.", [("Tuesday, 19 September", "2023-09-19")]),
    ("On Friday the 15th drones were heard.", [("Friday the 15th", "2023-09-15")]),
    ("On Tuesday (September 19) drones were heard.", [("Tuesday (September 19", "2023-09-19")]),
    ("The prayers are held every Friday.", []),
    ("The market is open on Sundays.", []),
]

RELATIVE = [
    ("Yesterday the road was closed.", [("Yesterday", "2023-09-19")]),
    ("The road was opened today.", [("today", "2023-09-20")]),
    ("Earlier today the road was opened.", [("Earlier today", "2023-09-20")]),
    ("Tomorrow the ministers meet.", [("Tomorrow", "2023-09-21")]),
    ("The day before yesterday the road was closed.", [("The day before yesterday", "2023-09-18")]),
    ("Last night drones were heard.", [("Last night", "2023-09-19")]),
    ("This morning drones were heard.", [("This morning", "2023-09-20")]),
    ("Drones were heard overnight.", [("overnight", "2023-09-20")]),
    ("Two days ago the road was closed.", [("Two days ago", "2023-09-18")]),
    ("The road was closed 3 days ago.", [("3 days ago", "2023-09-17")]),
    ("A week ago the road was closed.", [("A week ago", "2023-W37")]),
    ("Two months ago the road was closed.", [("Two months ago", "2023-07")]),
    ("Three years ago war broke out.", [("Three years ago", "2020")]),
    ("A year ago war broke out.", [("A year ago", "2022")]),
    ("Years ago war broke out.", [("Years ago", "")]),
    ("Several days ago war broke out.", [("Several days ago", "")]),
    ("Last week violent clashes erupted.", [("Last week", "2023-W37")]),
    ("This week the council meets.", [("This week", "2023-W38")]),
    ("Next week the council meets.", [("Next week", "2023-W39")]),
    ("Last month the road was closed.", [("Last month", "2023-08")]),
    ("Earlier this month the road was closed.", [("Earlier this month", "2023-09")]),
    ("Later this year elections will be held.", [("Later this year", "2023")]),
    ("Next year elections will be held.", [("Next year", "2024")]),
    ("Elections were held last year.", [("last year", "2022")]),
    ("Early next year elections will be held.", [("Early next year", "2024")]),
    ("Late last year the road was closed.", [("Late last year", "2022")]),
    ("By the end of the year the camp will close.", [("the end of the year", "2023")]),
    ("At the end of this month the camp will close.", [("the end of this month", "2023-09")]),
    ("Last summer the camp was closed.", [("Last summer", "2023-SU")]),
    ("Last autumn the camp was closed.", [("Last autumn", "2022-FA")]),
    ("Over the weekend shells fell.", [("the weekend", "2023-W37")]),
    ("Last weekend shells fell.", [("Last weekend", "2023-W37")]),
    ("The previous year was calm.", [("The previous year", "2022")]),
]

FROM_THE_TEXT = [
    (
        "On September 12 they met. Two days later they met again.",
        [("September 12", "2023-09-12"), ("Two days later", "2023-09-14")],
    ),
    (
        "On September 12 they met. The next day they met again.",
        [("September 12", "2023-09-12"), ("The next day", "2023-09-13")],
    ),
    (
        "On September 12 they met, and the same day signed.",
        [("September 12", "2023-09-12"), ("the same day", "2023-09-12")],
    ),
    (
        "They met on 12 May 2022 and again a day later.",
        [("12 May 2022", "2022-05-12"), ("a day later", "2022-05-13")],
    ),
    (
        "The war broke out on 27 September 2020. On November 9 a truce was signed.",
        [("27 September 2020", "2020-09-27"), ("November 9", "2020-11-09")],
    ),
    (
        "War came in 1992. The following year three districts fell.",
        [("1992", "1992"), ("The following year", "1993")],
    ),
    ("War came in 1992. In May of that year the town fell.", [("1992", "1992"), ("May of that year", "1992-05")]),
    (
        "They met in October 2022. The following month they met again.",
        [("October 2022", "2022-10"), ("The following month", "2022-11")],
    ),
    (
        "Clashes began on Tuesday. On the same day a truce was agreed.",
        [("Tuesday", "2023-09-19"), ("the same day", "2023-09-19")],
    ),
    ("He came on Monday and left the day after.", [("Monday", "2023-09-18"), ("the day after", "2023-09-19")]),
]

NEWSWIRE = [
    ("The company said it would report results Tuesday.", [("Tuesday", "2023-09-26")]),
    (
        "The index fell Friday, its worst day since March 15.",
        [("Friday", "2023-09-15"), ("worst day", "2023-09-15"), ("March 15", "2023-03-15")],
    ),
    (
        "The talks, which began Monday, are expected to last until Thursday.",
        [("Monday", "2023-09-18"), ("Thursday", "2023-09-21")],
    ),
    ("He is to arrive Saturday for a three-day visit.", [("Saturday", "2023-09-23")]),
    ("The president, who left office in January, declined to comment.", [("January", "2023-01")]),
    ("In the third quarter, exports fell.", [("the third quarter", "2023-Q3")]),
    ("Profits for the nine months ended Aug. 31 rose.", [("Aug. 31", "2023-08-31")]),
    ("A year earlier the figure was 20.", [("A year earlier", "2022")]),
    ("The deadline is Oct. 15.", [("Oct. 15", "2023-10-15")]),
    ("The resolution expires at midnight Sunday.", [("Sunday", "2023-09-24")]),
    ("As of Tuesday evening, 20 people had died.", [("Tuesday evening", "2023-09-19")]),
    ("The meeting will take place on the 26th of this month.", [("the 26th of this month", "2023-09-26")]),
    ("Later in the day, the minister left.", [("Later in the day", "2023-09-20")]),
    ("Earlier in the week he met the ambassador.", [("Earlier in the week", "2023-W38")]),
    ("The vote is due in two days' time.", [("two days' time", "2023-09-22")]),
    ("The council meets in the first week of October.", [("the first week of October", "2023-10")]),
    ("In the last days of August the shelling grew.", [("the last days of August", "2023-08")]),
    ("At 9:30 p.m. on Sept. 19 the guns fell silent.", [("Sept. 19", "2023-09-19")]),
    ("It came into force at 00:00 Moscow time on November 10.", [("November 10", "2022-11-10")]),
    ("The truce was announced at 13 o'clock on the 20th.", [("the 20th", "2023-09-20")]),
    ("It happened in the early hours of Tuesday.", [("Tuesday", "2023-09-19")]),
    ("The following week, shells fell.", [("The following week", "2023-W39")]),
    ("Some 30 years ago he was born.", [("30 years ago", "1993")]),
    ("Two decades ago he was born.", [("Two decades ago", "200X")]),
    ("By mid-2024 it will be done.", [("mid-2024", "2024")]),
    ("By year's end it will be done.", [("year's end", "2023")]),
    ("In the winter of 2022-2023 it was cold.", [("the winter of 2022-2023", "2022-WI")]),
    ("On New Year's Eve shells fell.", [("New Year's Eve", "2022-12-31")]),
    ("He said on September the 12th that it was done.", [("September the 12th", "2023-09-12")]),
    ("He said on Tues. that it was done.", [("Tues.", "2023-09-19")]),
    ("Last May he resigned.", [("Last May", "2023-05")]),
    ("This year's session was short.", [("This year's", "2023")]),
    ("The Friday deadline passed.", [("Friday", "2023-09-15")]),
    ("The Nov. 9 statement stands.", [("Nov. 9", "2022-11-09")]),
    ("The week before last he resigned.", [("The week before last", "2023-W36")]),
    ("On Monday last week he resigned.", [("Monday last week", "2023-09-11")]),
    ("Monday, he resigned.", [("Monday", "2023-09-18")]),
    ("On Sept. 13, a Wednesday, he resigned.", [("Sept. 13", "2023-09-13")]),
    ("He'll resign Sunday.", [("Sunday", "2023-09-24")]),
    ("The two sides would meet again on Sunday, he said.", [("Sunday", "2023-09-24")]),
    ("The two sides had met on Sunday.", [("Sunday", "2023-09-17")]),
    ("The sides plan to meet on Sunday.", [("Sunday", "2023-09-24")]),
    ("The minister arrives in Baku on Thursday.", [("Thursday", "2023-09-21")]),
    ("Ministers to hold talks Friday.", [("Friday", "2023-09-22")]),
    ("He will visit the disputed region on Friday.", [("Friday", "2023-09-22")]),
    ("They met in Prague in October, and again in December.", [("October", "2022-10"), ("December", "2022-12")]),
    (
        "They met in Prague on October 6, 2022, and in Sochi on October 31.",
        [("October 6, 2022", "2022-10-06"), ("October 31", "2022-10-31")],
    ),
    ("They had met last year, in October.", [("last year", "2022"), ("October", "2022-10")]),
    ("They fought a war in 2020. In October they met in Prague.", [("2020", "2020"), ("October", "2022-10")]),
    (
        "In June 1995, and again this past summer, he won.",
        [("June 1995", "1995-06"), ("this past summer", "2023-SU")],
    ),
    ("Annan is to leave Thursday and return Monday.", [("Thursday", "2023-09-21"), ("Monday", "2023-09-25")]),
    ("On June 17, the secretary will visit Tbilisi.", [("June 17", "2024-06-17")]),
    ("On October 17, the secretary will visit Tbilisi.", [("October 17", "2023-10-17")]),
]

AHEAD = [  # present tense, deadlines and appointments
    ("Two envoys arrive Friday.", [("Friday", "2023-09-22")]),
    ("The talks broke off, and resume Saturday.", [("Saturday", "2023-09-23")]),
    ("A hearing was set for Monday.", [("Monday", "2023-09-25")]),
    ("The hearing was put off until Monday.", [("Monday", "2023-09-25")]),
    ("They called an emergency session for Friday.", [("Friday", "2023-09-22")]),
    ("He demanded an answer by Saturday.", [("Saturday", "2023-09-23")]),
    ("The town had been cleared by Saturday.", [("Saturday", "2023-09-16")]),
    ("He apologised for Sunday's attack.", [("Sunday's", "2023-09-17")]),
    ("The vote is Sunday.", [("Sunday", "2023-09-24")]),
    ("The storm should reach the coast early Friday.", [("early Friday", "2023-09-22")]),
    ("The envoy did not arrive Friday.", [("Friday", "2023-09-15")]),
    ("The envoy could not be reached Friday.", [("Friday", "2023-09-15")]),
    ("The envoy failed to arrive Friday.", [("Friday", "2023-09-15")]),
    ("The sides agreed to meet Friday.", [("Friday", "2023-09-22")]),
    ("The vote was put off to November 5.", [("November 5", "2023-11-05")]),
    ("The dividend is payable Dec. 1.", [("Dec. 1", "2023-12-01")]),
    ("The envoy leaves Saturday.", [("Saturday", "2023-09-23")]),
    ("The new rate is in force from Friday.", [("Friday", "2023-09-22")]),
    ("He left Tuesday; Friday he meets them.", [("Tuesday", "2023-09-19"), ("Friday", "2023-09-22")]),
    ("The sides agreed to a truce Friday.", [("Friday", "2023-09-15")]),
    ("The office will publish its August figures Friday.", [("August", "2023-08"), ("Friday", "2023-09-22")]),
    ("The August figures come out Friday.", [("August", "2023-08"), ("Friday", "2023-09-22")]),
]

NAMED_DAYS = [
    ("On Good Friday the guns fell silent.", [("Good Friday", "2023-04-07")]),
    ("They met on Easter Monday, 1998.", [("Easter Monday, 1998", "1998-04-13")]),
    ("He will be back before Thanksgiving.", [("Thanksgiving", "2023-11-23")]),
    ("On Labor Day he spoke.", [("Labor Day", "2023-09-04")]),
    ("Stocks have not fallen so since Black Monday.", [("Black Monday", "1987-10-19")]),
    ("On May Day he spoke.", [("May Day", "2023-05-01")]),
    ("The film tells of Bloody Sunday.", []),
    ("The Easter Offensive failed.", []),
]

WIRES = [
    ("APW19980227.0476 is the number of the story.", [("19980227", "1998-02-27")]),
    ("WSJ891102-0192 is the number of the story.", [("891102", "1989-11-02")]),
    ("Filed 19980227 in Baku.", [("19980227", "1998-02-27")]),
    ("Filed 08-15-90 in Baku.", [("08-15-90", "1990-08-15")]),
    ("They won 3-2-10 on points.", []),
    ("The F19980227 is no aircraft.", []),
]

FIGURES = [
    ("Filed 12-Mar-98 in Baku.", [("12-Mar-98", "1998-03-12")]),
    ("Filed 98/03/12 in Baku.", [("98/03/12", "1998-03-12")]),
    ("They fought on 27 May-28 May 1905.", [("27 May", "1905-05-27"), ("28 May 1905", "1905-05-28")]),
    ("In '97 it fell.", [("'97", "1997")]),
    ("He scored in the last 10 of '68 games.", [("'68", "1968")]),
    ("The rule of '98ers is over.", []),
    ("The council meets on the last Friday of March 1998.", [("the last Friday of March 1998", "1998-03-27")]),
    ("It was founded on the second Sunday of May 1997.", [("the second Sunday of May 1997", "1997-05-11")]),
    ("In the October-December period it fell.", [("October", "2022-10"), ("December", "2022-12")]),
    ("From October to June it fell.", [("October", "2022-10"), ("June", "2023-06")]),
    ("Third-quarter profit fell.", [("Third-quarter", "2023-Q3")]),
]

COUNTED_FROM_THE_TEXT = [
    (
        "On Monday, two days after the quake, he came.",
        [("Monday", "2023-09-18"), ("two days after", "2023-09-18")],
    ),
    ("In 2016, a year after the quake, he came.", [("2016", "2016"), ("a year after", "2016")]),
    ("He came a day after Sunday's vote.", [("a day after", "2023-09-18"), ("Sunday's", "2023-09-17")]),
    ("He came two days after the May 3 vote.", [("two days after", "2023-05-05"), ("May 3", "2023-05-03")]),
    ("It sold 30 in 2019, twice as many as the year before.", [("2019", "2019"), ("the year before", "2018")]),
    (
        "They came on Aug. 1 and had left by the end of the month.",
        [("Aug. 1", "2023-08-01"), ("the end of the month", "2023-08")],
    ),
    ("The bridge was shut for four days after the quake.", []),
    ("An inquiry into the 1972 shootings opened.", [("1972", "1972")]),
    ("The treaty of 1972 bars it.", [("1972", "1972")]),
    ("He stays until at least 2026.", [("2026", "2026")]),
    ("Profit fell from the year-earlier level.", [("year-earlier", "2022")]),
    ("The December contract rose.", [("December", "2022-12")]),
]

EVENTS = [
    ("They spoke a day after the anti-terrorist operation began.", [("a day after", "2023-09-20")]),
    (
        "The truce was signed on 12 May 2022. Two days after the truce was signed he left.",
        [("12 May 2022", "2022-05-12"), ("Two days after", "2022-05-14")],
    ),
    ("As on previous days, shells fell.", [("previous days", "")]),
    ("Nobody came the day after the unheard-of thing.", [("the day after", "")]),
]

NO_DATES = [
    ("Russia Today showed the pictures.", []),
    ("The minutes lasted long, and seconds passed.", []),
    ("The sides may meet again.", []),
    ("They may march on the capital.", []),
    ("A March in the capital drew thousands.", []),
    ("Sun and rain fell on the camp.", []),
    ("The fall of the city shocked many.", []),
    ("Some 2,000 people fled.", []),
    ("Nearly 2000 people fled.", []),
    ("The 20th anniversary was marked.", []),
    ("The 4th Army moved.", []),
    ("For two weeks no aid came.", []),
    ("The 44-day war ended.", []),
    ("The 30th session of the council was held.", []),
    ("Resolution 1244 was recalled.", []),
    ("The march lasted three days.", []),
    ("A five-year mandate was agreed.", []),
    ("Flights leave daily.", []),
    ("Every year a rally is held.", []),
    ("The second round brought nothing.", []),
    ("The song Black January was sung.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *FULL_DATES,
        *MONTHS_AND_YEARS,
        *PARTIAL_DATES,
        *WEEKDAYS,
        *RELATIVE,
        *FROM_THE_TEXT,
        *NEWSWIRE,
        *AHEAD,
        *NAMED_DAYS,
        *WIRES,
        *FIGURES,
        *COUNTED_FROM_THE_TEXT,
        *EVENTS,
        *NO_DATES,
    ],
)
def test_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def interval(start: str, end: str, precision: str) -> Interval:
    return Interval(date.fromisoformat(start), date.fromisoformat(end), precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In early September shells fell.", interval("2023-09-01", "2023-09-10", "range")),
        ("In mid-September shells fell.", interval("2023-09-11", "2023-09-20", "range")),
        ("In late February shells fell.", interval("2023-02-21", "2023-02-28", "range")),
        ("In December 2022 shells fell.", interval("2022-12-01", "2022-12-31", "month")),
        ("In the winter of 2022 shells fell.", interval("2022-12-01", "2023-02-28", "season")),
        ("In 2020 shells fell.", interval("2020-01-01", "2020-12-31", "year")),
        ("In early 2021 shells fell.", interval("2021-01-01", "2021-04-30", "range")),
        ("In the first half of 2021 shells fell.", interval("2021-01-01", "2021-06-30", "range")),
        ("In the 1990s shells fell.", interval("1990-01-01", "1999-12-31", "range")),
        ("In the early 1990s shells fell.", interval("1990-01-01", "1993-04-30", "range")),
        ("Last week shells fell.", interval("2023-09-11", "2023-09-17", "week")),
        ("Over the weekend shells fell.", interval("2023-09-16", "2023-09-17", "range")),
        ("Earlier this month shells fell.", interval("2023-09-01", "2023-09-20", "range")),
        ("Later this week talks will be held.", interval("2023-09-20", "2023-09-24", "range")),
        ("In the coming days talks will be held.", interval("2023-09-20", "2023-09-27", "range")),
        ("On Monday shells fell.", interval("2023-09-18", "2023-09-18", "day")),
        ("Since 1988 shells fell.", interval("1988-01-01", "1988-12-31", "year")),
        ("Years ago shells fell.", UNKNOWN),
    ],
)
def test_intervals(text: str, expected: Interval) -> None:
    assert [t.interval for t in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected", "whole", "words"),
    [
        (
            "Talks were held on September 12-14.",
            [("September 12", "2023-09-12"), ("14", "2023-09-14")],
            interval("2023-09-12", "2023-09-14", "range"),
            "September 12-14",
        ),
        (
            "Talks were held on 12-14 September 2022.",
            [("12", "2022-09-12"), ("14 September 2022", "2022-09-14")],
            interval("2022-09-12", "2022-09-14", "range"),
            "12-14 September 2022",
        ),
        (
            "Talks were held on 12 and 13 September.",
            [("12", "2023-09-12"), ("13 September", "2023-09-13")],
            interval("2023-09-12", "2023-09-13", "range"),
            "12 and 13 September",
        ),
        (
            "Talks were held from 12 to 14 September.",
            [("12", "2023-09-12"), ("14 September", "2023-09-14")],
            interval("2023-09-12", "2023-09-14", "range"),
            "12 to 14 September",
        ),
        (
            "Accords reached between 2020 and 2022 hold.",
            [("2020", "2020"), ("2022", "2022")],
            interval("2020-01-01", "2022-12-31", "range"),
            "between 2020 and 2022",
        ),
        (
            "Accords reached in 2020–2022 hold.",
            [("2020", "2020"), ("2022", "2022")],
            interval("2020-01-01", "2022-12-31", "range"),
            "2020–2022",
        ),
        (
            "The war of 1992-94 was bloody.",
            [("1992", "1992"), ("94", "1994")],
            interval("1992-01-01", "1994-12-31", "range"),
            "1992-94",
        ),
        (
            "From June to August 2022 it was calm.",
            [("June", "2022-06"), ("August 2022", "2022-08")],
            interval("2022-06-01", "2022-08-31", "range"),
            "June to August 2022",
        ),
        (
            "From Monday to Wednesday it was calm.",
            [("Monday", "2023-09-18"), ("Wednesday", "2023-09-20")],
            interval("2023-09-18", "2023-09-20", "range"),
            "From Monday to Wednesday",
        ),
        (
            "On the night of 12 to 13 September it began.",
            [("12", "2023-09-12"), ("13 September", "2023-09-13")],
            interval("2023-09-12", "2023-09-13", "range"),
            "12 to 13 September",
        ),
        (
            "From 27 September to 10 November 2020 there was war.",
            [("27 September", "2020-09-27"), ("10 November 2020", "2020-11-10")],
            interval("2020-09-27", "2020-11-10", "range"),
            "From 27 September to 10 November 2020",
        ),
    ],
)
def test_ranges(text: str, expected: list[tuple[str, str]], whole: Interval, words: str) -> None:
    found = read(text)
    assert [(t.text, t.value) for t in found] == expected
    assert [t.interval for t in found] == [whole, whole]
    assert [text[slice(*t.words)] for t in found] == [words, words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has lasted since 1988.", [("1988", "since")]),
        ("It will last until May.", [("May", "until")]),
        ("They left before 2020.", [("2020", "before")]),
        ("They left after September 12.", [("September 12", "after")]),
        ("They left on September 12.", [("September 12", "")]),
        ("A truce holds from 00:00 on the 10th, Moscow time.", [("the 10th", "")]),
    ],
)
def test_open_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, t.open) for t in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For two weeks no aid came.", [("two weeks", "duration")]),
        ("The 44-day war ended.", [("44-day", "duration")]),
        ("Every Monday a convoy leaves.", [("Every Monday", "repeated")]),
        ("Over the past three months little came.", [("the past three months", "duration")]),
    ],
)
def test_kinds_that_are_no_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.text, t.kind) for t in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday the road was closed.", [("Yesterday", "")]),
        ("On Monday the road was closed.", [("Monday", "")]),
        ("On 12 May the road was closed.", [("12 May", "")]),
        (
            "On 12 May 2022 the road was closed. In June it was opened.",
            [("12 May 2022", "2022-05-12"), ("June", "2022-06")],
        ),
        (
            "On 12 May 2022 they met. Three days later they met again.",
            [("12 May 2022", "2022-05-12"), ("Three days later", "2022-05-15")],
        ),
    ],
)
def test_without_an_article_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, None) == expected


def test_article_day_known_to_a_week() -> None:
    text = "This year the road was closed. On 2 October it was opened. Yesterday it was closed again."
    week = Published(None, interval("2020-10-05", "2020-10-11", "week"), "inferred", "")
    found = document(text)
    assert [(t.value, t.interval) for t in dates.resolve(dates.find(found, LEXICON), found, week, LEXICON)] == [
        ("2020", interval("2020-01-01", "2020-12-31", "year")),
        ("2020-10-02", interval("2020-10-02", "2020-10-02", "day")),
        ("", interval("2020-10-04", "2020-10-10", "range")),
    ]


def test_history_goes_on_from_its_own_dates() -> None:
    text = (
        "In 1918 the republic arose. On 4 June 1918 it signed a treaty. In August its army took the town. "
        "In 1919 the army left. In March 1920 the town burned. In April the army came back. "
        "By December 1921 all was over, and in January a new line was drawn. In 1923 came the autonomy. "
        "In 1936 it was confirmed, in 1977 again."
    )
    assert values(text) == [
        ("1918", "1918"),
        ("4 June 1918", "1918-06-04"),
        ("August", "1918-08"),
        ("1919", "1919"),
        ("March 1920", "1920-03"),
        ("April", "1920-04"),
        ("December 1921", "1921-12"),
        ("January", "1922-01"),
        ("1923", "1923"),
        ("1936", "1936"),
        ("1977", "1977"),
    ]


def test_ambiguous_figures_follow_the_article_s_habit() -> None:
    assert values("On 4/13/2021 they met, on 5/6/2021 they signed.") == [
        ("4/13/2021", "2021-04-13"),
        ("5/6/2021", "2021-05-06"),
    ]
    assert values("On 13/4/2021 they met, on 5/6/2021 they signed.") == [
        ("13/4/2021", "2021-04-13"),
        ("5/6/2021", "2021-06-05"),
    ]


def test_a_long_line_is_read_in_linear_time() -> None:
    def seconds(times):
        before = time.process_time()
        assert (
            len(expressions.find_in("On 12 May 2022 they met and on Monday they left. " * times, LEXICON))
            == 2 * times
        )
        return time.process_time() - before

    seconds(10)  # what is loaded once is loaded before
    short, long = (min(seconds(times) for _ in range(3)) for times in (1000, 4000))
    assert long < 8 * max(short, 0.05)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("late ", 1),
        ("the end of ", 1),
        ("12, 13, ", 1),
        ("last ", 1),
        ("May ", 1),
        ("first half of the ", 1),
        ("between May and ", 3001),
        ("a day after the ", 3001),
    ],
)
def test_hostile_repetition_ends(word: str, count: int) -> None:
    before = time.process_time()

    assert len(expressions.find_in(word * 3000 + "2022.", LEXICON)) == count
    assert time.process_time() - before < 5  # some tenths of a second where each word is read once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A truce holds from 00:00 on the 10th, Moscow time.", ["00:00 on the 10th, Moscow time"]),
        ("A truce holds from 13 o'clock on the same day.", ["13 o'clock on the same day"]),
        ("A truce began at noon on Saturday.", ["noon on Saturday"]),
        ("A truce began on September 19 at 9:30 p.m. local time.", ["September 19 at 9:30 p.m. local time"]),
        ("A truce began on September 19.", ["September 19"]),
    ],
)
def test_times_of_day_are_among_the_words(text: str, expected: list[str]) -> None:
    assert [text[slice(*t.words)] for t in read(text)] == expected
