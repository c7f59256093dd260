"""What the repair of glued words must know of English."""

from tmkit.lang.base import GlueWords

GLUE = GlueWords(
    function=frozenset(
        "the a an of to in and for on at by with from as that this these those is are was were be "
        "been being has have had it its their they them he him his she her which who whom whose "
        "what will would shall should could can cannot may might must said not or but also into "
        "about than then we us you your our all both each every any more most many much such under "
        "over between through during against before after other others another some only new two "
        "three four five six seven eight nine ten when where while if so up out off until since "
        "among because however there here very well per does did do how within without towards "
        "toward upon across along despite although though whether my me too just now why still "
        "again yet never always often almost already even am own same few less least once twice "
        "half last next soon later today yesterday tomorrow I no myself themselves himself herself "
        "itself nearly around behind beyond onto outside inside near like".split()
    ),
    weak_heads=frozenset(
        "there here where i a an in on over under after up out off as so at be by or we he may can are new through "
        "per well do her it us no is along me even half like less outside inside near around behind "
        "ever fore soon just once am".split()
    ),
    weak_tails=frozenset(
        "a an in on or is as at it its some over about are can but not has had up out off all here "
        "there under by so he her him us we do did if ten may more most well through be per any age "
        "ever being where wide me my now yet like less least last own same half even still just "
        "near around once inside outside am few often soon she".split()
    ),
    bound=tuple(
        "un non pre post anti multi micro macro mega mini inter intra trans sub super semi counter "
        "co de dis mis re bio eco geo cyber neo pseudo hyper ultra tele photo electro socio psycho "
        "agro auto mono poly bi tri quasi thermo hydro radio neuro cardio nano proto para ex techno "
        "ethno euro afro indo sino anglo franco petro aero aqua infra supra retro mid fore im il ir "
        "en em ante arch demi homo hetero kilo milli omni pan physio immuno onco narco".split()
    ),
    endings=frozenset(
        "able ably ible ship ships less like wise ware wares men man woman women work works worker "
        "workers ness nesses hood hoods ment ments ability some way ways free time times line lines "
        "land lands back backs down head heads house houses room rooms side sides book books bird "
        "birds fish wood woods weed weeds berry stone stones town towns ville field fields ford "
        "bridge burn ball balls boat boats box cake cakes cast casting craft crafts force form "
        "forms gate gates gram graph grass hand hands holder holders keeper keepers maker makers "
        "making light lights load mark marks master monger mate mates meter meters metre over page "
        "pages paper papers piece pieces place places plant play player players point points proof "
        "right rights road roads root runner running seller setter shop shops skin space stick "
        "stock stocks storm stream table tables tail ting ling king kings ring ranging rise tight "
        "tion tions top tops type types wall walls ward wards watch water waters wear wife word "
        "words worth worthy writer yard yards year years bill bills fall falls fire fires folk gold "
        "good goods hold holding long lock locks looking mill mills mind minded mining most path "
        "paths pool post posts rest rate rated rates ride rider sense shed shot sick speak stand "
        "standing step steps stop street style teller tender test tests throw tide tied tone tones "
        "trap under wind wing wings wire care cares power powers scape scapes tech ground grounds "
        "coin coins crash cams cam fest funding sourcing going goer goers bound burger pack packs "
        "pad pads pod pods port ports share shares site sites source sources speed strap sheet "
        "shift spot team trip life lives".split()
    ),
    derivations=(
        ("s", ("",)),
        ("es", ("",)),
        ("ies", ("y",)),
        ("ed", ("", "e")),
        ("ied", ("y",)),
        ("ing", ("", "e")),
        ("ings", ("", "e")),
        ("er", ("", "e")),
        ("ers", ("", "e")),
        ("or", ("e",)),
        ("ors", ("e",)),
        ("ly", ("", "le")),
        ("ily", ("y",)),
        ("ally", ("al", "")),
        ("ness", ("",)),
        ("iness", ("y",)),
        ("less", ("",)),
        ("able", ("", "e")),
        ("ible", ("", "e")),
        ("ably", ("", "e")),
        ("ability", ("able", "", "e")),
        ("ibility", ("ible",)),
        ("ship", ("",)),
        ("ships", ("",)),
        ("hood", ("",)),
        ("hoods", ("",)),
        ("ment", ("", "e")),
        ("ments", ("", "e")),
        ("wise", ("",)),
        ("ful", ("",)),
        ("ish", ("", "e")),
        ("ism", ("", "e")),
        ("isms", ("", "e")),
        ("ist", ("", "e", "y")),
        ("ists", ("", "e", "y")),
        ("ize", ("", "e", "y")),
        ("ise", ("", "e", "y")),
        ("ized", ("", "e", "y", "ize")),
        ("ised", ("", "e", "y", "ise")),
        ("izing", ("", "e", "y", "ize")),
        ("ising", ("", "e", "y", "ise")),
        ("ization", ("", "e", "y", "ize")),
        ("isation", ("", "e", "y", "ise", "ize")),
        ("isations", ("", "e", "ise", "ize")),
        ("ation", ("e", "", "ate")),
        ("ations", ("e", "", "ate")),
        ("ity", ("", "e")),
        ("ities", ("", "e")),
        ("ian", ("", "e", "y")),
        ("ians", ("", "e", "y")),
        ("al", ("", "e")),
        ("ic", ("", "e", "y")),
        ("ical", ("", "e", "y", "ic")),
        ("y", ("", "e")),
        ("dom", ("",)),
        ("fold", ("",)),
    ),
    clitics=frozenset(("s", "t", "re", "ve", "ll", "d", "m")),
    extra=frozenset(
        "her pm o'clock online website websites email internet policymaker policymakers "
        "policymaking peacebuilding peacekeeping livestream wellbeing dashcam lockdown lockdowns".split()
    ),
    junk=frozenset("forthe abit abye innew atwo areally beseen inorder inbuilding inbuild outpiece".split()),
    abbreviations=frozenset(
        "mr mrs ms dr prof gen sen gov rep rev hon st mt no nos vs etc inc ltd co corp jr sr jan "
        "feb mar apr jun jul aug sept sep oct nov dec dept est approx fig figs vol op ed eds ave "
        "blvd rd lt col capt sgt maj cmdr messrs mme art sec ch pp p al ca cf eg ie mon tue tues "
        "wed thu thur thurs fri sat sun min max univ assn bros ph".split()
    ),
    phrases=frozenset(("there is", "as he", "was he", "is he")),
    after_plural=frozenset(("and", "have", "on", "can", "at", "would", "will")),
    ordinals=("st", "nd", "rd", "th"),
    compounds=True,
    common="common.en.txt",
)
