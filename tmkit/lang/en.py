"""English."""

from tmkit.lang.base import (
    ContextWords,
    DictionaryWords,
    HeadingWords,
    Inflection,
    Language,
    NumberWords,
    Spelling,
    TermWords,
    phrases,
)
from tmkit.lang.glue_en import GLUE
from tmkit.lang.page_en import PAGE

EN = Language(
    code="en",
    name="English",
    native="English",
    srx="en.srx",
    verbosity=1.0,
    numbers=NumberWords(
        decimal=".",
        groups=",\u00a0\u202f",
        months=(
            ("january", 1),
            ("jan", 1),
            ("february", 2),
            ("feb", 2),
            ("march", 3),
            ("mar", 3),
            ("april", 4),
            ("apr", 4),
            ("may", 5),
            ("june", 6),
            ("jun", 6),
            ("july", 7),
            ("jul", 7),
            ("august", 8),
            ("aug", 8),
            ("september", 9),
            ("sept", 9),
            ("sep", 9),
            ("october", 10),
            ("oct", 10),
            ("november", 11),
            ("nov", 11),
            ("december", 12),
            ("dec", 12),
        ),
        weekdays=(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ),
        magnitudes=(
            ("thousand", 10**3),
            ("million", 10**6),
            ("billion", 10**9),
            ("trillion", 10**12),
            ("bn", 10**9),
        ),
        cardinals=(
            ("one", 1),
            ("two", 2),
            ("three", 3),
            ("four", 4),
            ("five", 5),
            ("six", 6),
            ("seven", 7),
            ("eight", 8),
            ("nine", 9),
            ("ten", 10),
            ("eleven", 11),
            ("twelve", 12),
            ("thirteen", 13),
            ("fourteen", 14),
            ("fifteen", 15),
            ("sixteen", 16),
            ("seventeen", 17),
            ("eighteen", 18),
            ("nineteen", 19),
            ("twenty", 20),
            ("thirty", 30),
            ("forty", 40),
            ("fifty", 50),
            ("sixty", 60),
            ("seventy", 70),
            ("eighty", 80),
            ("ninety", 90),
            ("hundred", 100),
        ),
        percent=("percent", "per cent"),
        joiners=("and",),
        uncertain=frozenset({"one"}),
    ),
    page=PAGE,
    glue=GLUE,
    headings=HeadingWords(
        languages=(("en", ("eng",)),),
        kinds=(
            ("term", phrases("term|terms|word|expression|entry term|name")),
            ("preferred", phrases("preferred|preferred term|preferred terms|main term|recommended|approved term")),
            ("admitted", phrases("admitted|admitted term|admitted terms|synonym|synonyms|variant|variants")),
            ("deprecated", phrases("deprecated|deprecated term|deprecated terms|obsolete|avoid|not recommended")),
            ("forbidden", phrases("forbidden|forbidden term|forbidden terms|do not use|prohibited|banned")),
            ("definition", phrases("definition|definitions|meaning|explanation")),
            ("note", phrases("note|notes|comment|comments|remark|remarks|usage note")),
            ("domain", phrases("domain|subject|subject field|field|topic")),
            ("status", phrases("status|state")),
            ("related", phrases("related|see also|related concepts|related terms|cross-references")),
            ("id", phrases("id|concept id|entry id|concept|entry|identifier")),
            ("number", phrases("no|no.|nr|number|#|s/n|item")),
            ("source", phrases("source|source term|source language|source text")),
            ("target", phrases("target|target term|target language|target text|translation")),
            ("valid_from", phrases("valid_from|valid from")),
            ("valid_to", phrases("valid_to|valid to|valid until")),
            ("replaced_by", phrases("replaced_by|replaced by")),
        ),
        fillers=frozenset({"in", "of", "the", "for", "language"}),
    ),
    dictionary=DictionaryWords(
        labels=phrases(
            "noun|proper noun|verb|transitive verb|intransitive verb|auxiliary verb|phrasal verb|adjective|adverb|"
            "pronoun|preposition|conjunction|interjection|determiner|abbreviation|idiom|plural|singular|masculine|feminine"
        ),
        marks=phrases(
            "n|n.|v|v.|vt|vt.|vi.|v.t.|v.i.|adj|adj.|adv|adv.|prep|prep.|conj|conj.|pron|pron.|interj|interj.|abbr|abbr.|"
            "pl|pl.|sing.|masc|masc.|fem|fem.|sg|sg.|num.|art.|det."
        ),
        references=phrases("see|see also|cf|synonym|synonyms|antonym|antonyms|related"),
        particle="to",
    ),
    spelling=Spelling(
        letters="éèêçïëôöñáíóúâîûü",
        wrong=r"(.)\1\1",
        after_hyphen=frozenset("based term level wide up off out in to".split()),
    ),
    terms=TermWords(
        inner=frozenset("of the for in and on to with from by against at a an without under between".split()),
        never_first=frozenset(
            "said says say told according including included nearly around about just later earlier yesterday "
            "today tomorrow monday tuesday wednesday thursday friday saturday sunday make makes made take takes "
            "took give gives gave get gets got help helps helped need needs needed receive receives received "
            "remain remains become becomes became called calls calling stressed noted added affirmed "
            "highlighted announced reported set sets held hold holds many several various further however also "
            "total aims aimed attended attend expected provide provides provided providing ensure ensuring "
            "strengthen strengthening promote improve improving expand expanding reach reached rise rose "
            "launched organise organised organized continue continued mainly new joined join well last next "
            "first second third recent recently current currently together along away back good better best "
            "high higher low lower big small main towards toward despite based due thanks amid us dr mr mrs ms "
            "prof".split()
        ),
        never_last=frozenset(
            "said says say told according including nearly around about just later earlier yesterday today "
            "tomorrow make made take took give gave receive received remain become stressed noted added "
            "expected aims aimed provide provided ensure based due towards toward together along also however "
            "further many several various new well first second third last next recent current currently main "
            "mainly us up".split()
        ),
        alone=frozenset(
            "vnd dong dollar euro month year day week hour time times end half part way thing people country "
            "place number member rest point kind lot".split()
        ),
        phrases=phrases(
            "as well as|such as|so far|at least|up to|in addition|in particular|for example|at the same time|"
            "more than|less than|as part of|in terms|on behalf|in order|take part|taking part|took part"
        ),
    ),
    context=ContextWords(
        complements=frozenset({"of", "for", "on"}),
        coordinators=frozenset({"and", "or", "nor", "as", "well", "&"}),
        former=phrases(
            "former|formerly|then|ex|merged|merger|defunct|predecessor|at the time|dissolved|previously|since renamed"
        ),
        until=phrases("by|until|till|up to|to|through|before|vision|towards|toward|target year"),
    ),
    inflection=Inflection(
        plurals=(
            ("man", ("men",)),
            ("is", ("es",)),
            *((ending, (ending + "es",)) for ending in ("s", "x", "z", "ch", "sh")),
            *((vowel + "y", (vowel + "ys",)) for vowel in "aeiou"),
            ("y", ("ies",)),
            ("fe", ("ves", "fes")),
            ("lf", ("lves",)),
            ("f", ("fs", "ves")),
            ("o", ("os", "oes")),
            ("", ("s",)),
        ),
        irregular=(
            ("child", "children"),
            ("person", "persons"),
            ("foot", "feet"),
            ("tooth", "teeth"),
            ("mouse", "mice"),
            ("crisis", "crises"),
            ("analysis", "analyses"),
            ("basis", "bases"),
            ("diagnosis", "diagnoses"),
            ("criterion", "criteria"),
            ("phenomenon", "phenomena"),
            ("memorandum", "memoranda"),
        ),
        spellings=(
            ("isation", "ization"),
            ("ise", "ize"),
            ("ised", "ized"),
            ("ising", "izing"),
            ("yse", "yze"),
            ("our", "or"),
            ("oured", "ored"),
            ("ourer", "orer"),
            ("programme", "program"),
            ("centre", "center"),
            ("defence", "defense"),
            ("licence", "license"),
            ("ageing", "aging"),
            ("travelling", "traveling"),
            ("enrolment", "enrollment"),
            ("fulfilment", "fulfillment"),
        ),
        possessive=r"['’]s(?![^\W_])",
    ),
    articles=("the", "a", "an"),
    courtesies=("thank", "thanks", "welcome", "hello", "good morning", "good evening", "goodbye", "congratulations"),
    agencies=tuple(
        "VNA VNP VNS VOV VOV.VN VOVworld VGP VnExpress NDO SGGP "
        "AFP AP Reuters UPI Xinhua Bernama BERNAMA ANTARA TNA PNA KPL AKP MNA CNA".split()
    ),
    stop_words=frozenset(
        (
            "the a an of to in and for on at by with from as that this these those is are was were be been "
            "being am has have had having do does did it its their they them he him his she her hers we us "
            "our you your i me my mine who whom whose which what when where why how if then than so not no "
            "nor or but also into onto about over under up down out off will would shall should can could "
            "may might must said there here more most much many few less least some any all each every both "
            "either neither other another such own same only just very too even still yet again once ever "
            "never always often while because since until before after during between among through against "
            "within without per via upon one ones himself herself itself themselves myself ourselves"
        ).split()
    ),
)
