import json
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tmkit.reports.base import Dropped, Line, Paragraph, Repair, Report
from tmkit.reports.gluing.vocabulary import Context
from tmkit.reports.repair import Fix, mend, repair

SHARED = Path(__file__).parents[3] / "shared"

# what is glued, and where its blanks belong, marked by |
GLUED = {
    "fr": """
        Le ministère a présenté la|réduction des cotisations.
        Les délégués ont visité deux centres de|recherche à Da Nang.
        Le projet soutient la mise en œuvre des|politiques sociales.
        La caisse verse les pensions dans|les délais prévus.
        Les entreprises recrutent avec|prudence depuis le printemps.
        Une aide est versée aux|familles touchées par la crue.
        La ministre a salué cette|initiative des syndicats.
        Le pays a ratifié le|protocole sur le travail forcé.
        Elle a rappelé l’importance du|dialogue social.
        Les deux pays renforcent leur|coopération dans ce domaine.
        Le plan prévoit des soins pour|les personnes âgées.
        Il a insisté sur la protection|des travailleurs migrants.
        Le rapport porte sur le travail|des enfants.
        La réforme concerne le salaire|minimum des ouvriers.
        Le cadre|du programme sera revu en juin.
        Les participants ont partagé leurs expériences et|des données récentes.
        La déclaration de|l’ASEAN sera adoptée en novembre.
        Il faut promouvoir le développement|d’une assurance pour tous.
        Les mesures ont été|annoncées mardi à Hanoï.
        La réunion aura|lieu à Vientiane en octobre.
        Un accord a été signé entre|le Vietnam et le Laos.
        Le Vietnam est membre, et le|Vietnam a présenté son bilan.
        Genève attend : le bureau de|Genève publiera les chiffres en mars.
        Les experts internationaux.|Le directeur a conclu la séance.
        La loi est adoptée,|mais elle entrera en vigueur plus tard.
        Le texte est prêt ;|il sera soumis au vote.
        L’Organisation internationale du travail|(OIT) a publié une étude.
        Le programme de l’ASEAN|(Association des nations de l’Asie du Sud-Est) est lancé.
        La Caisse (CNSS)|et les mutuelles ont signé la convention.
        Un « filet social »|et une aide au logement sont prévus.
        Le budget a été doublé en|2014 par le gouvernement.
        La conférence s’ouvrira le 14|avril à Hanoï.
        Le fonds atteint 3,5|milliards de dôngs.
        C’est la 25e|réunion des hauts fonctionnaires.
        Le taux a baissé de 10 %|des effectifs en un an,|selon la caisse.
        Le ministère de|la|santé suit le dossier.
        Il s’agit d’améliorer le bien-être|social dans la région.
        Cette|réunion s’inscrit dans un cycle de concertation.
        Ils travaillent lorsqu’ils|peuvent se déplacer.
        Des mesures sont prises afin de|réduire la pauvreté.
    """,
    "en": """
        The ministry presented the|report on social insurance.
        Workers in the informal sector need protection and|training.
        The fund pays for the treatment of|patients in rural areas.
        The two countries will cooperate with|employers on safety.
        He spoke about the rights of|the elderly.
        The programme aims to|support young people.
        Delegates from|ten countries attended the workshop.
        The law will be amended before|the end of the year.
        The government has|approved the plan.
        Officials said that|wages would rise next month.
        The survey covered households which|receive allowances.
        More than half of them are women|and children.
        The committee was|established to monitor progress.
        Local authorities have|been asked to speed up payments.
        It is the first agreement between|the two ministries.
        The minister thanked their|partners in the region.
        Vietnam’s|economy grew quickly.
        The policies were adopted by|the National Assembly.
        The meeting took place in|Hanoi on Monday.
        The head of|UNICEF praised the results.
        Labour exports to Japan have grown.|The ministry expects more.
        The scheme is new,|but it works well.
        The plan is ready;|it needs money.
        The International Labour Organization|(ILO) released a study.
        The Vietnam General Confederation of Labour (VGCL)|and employers met.
        The scheme was launched in|2014 by the ministry.
        The conference opened on 14|April in Hanoi.
        About 20|percent of workers are covered.
        Prices rose by 5%|in the third quarter.
        It was the 27th|meeting of the council.
        The “safety net”|will be extended to migrants.
        Labour ministers of|the|region will meet in May.
        The recently amended law protects|families.
        The unemployed receive vocational training and|loans.
    """,
    "vi": """
        Việt Nam chủ trì hội nghị năm 2020.|Theo đó, các nước cam kết hợp tác.
        Lương hưu tăng từ tháng 7.|Bộ trưởng cho biết mức tăng là 15%.
        Người lao động được hỗ trợ,|Ngày mai gói mới sẽ bắt đầu.
        Chính phủ đã ban hành nghị định,|quy định mức đóng mới.
        Đại biểu các nước đã phát biểu…|Trong buổi chiều, hội nghị bế mạc.
        “Chúng tôi luôn sẵn sàng”|Ông nói như vậy với báo chí.
        Họ được cấp thẻ bảo hiểm y tế.|“Chúng tôi rất mừng”, bà Lan nói.
        Bảo hiểm xã hội Việt Nam|(BHXH) công bố số liệu mới.
        Tổng Liên đoàn (TLĐ)|và doanh nghiệp ký thỏa ước.
        Công nhân được nghỉ phép;|nhà máy vẫn trả lương.
        Tỷ lệ thất nghiệp giảm còn 2%.|Đây là mức thấp nhất trong năm.
        Hội nghị bế mạc hôm qua.|Đại diện các nước ký tuyên bố chung.
        Ai sẽ trả chi phí này?|Câu hỏi vẫn chưa có lời đáp.
    """,
}

ALONE = {
    "fr": """
        Il est lamentable de servir ce lapin sans le portefeuille de la desserte.
        Un sondage parfait a malheureusement surpris toutefois le surendettement.
        M.Dupont et Mme Legrand ont rencontré M. Lemaire à Villeneuve.
        Les étudiant(e)s et la (re)construction des maison(s).
        Voir www.exemple.fr, contact@exemple.org, #travail et exemple.vn/rapport.
        Le G20, la COVID-19, la 3G, la 2e réunion, le 11e Congrès, le virus H5N1, à 20h30.
        La S.A.R.L. Martin, les U.S.A. et p.ex. TP.HCM ont 10.000 salariés le 14.4.2015.
        YouTube, GitHub, McDonald’s, VietNam et eLearning sont des noms.
        Le PGS.TS.Nguyễn Văn An travaille à VnExpress.
        La décarbonation et la télémédecine relèvent de la macroéconomie.
        Les agroentrepreneurs microfinancés sous-traitent l’écoconstruction.
        Il réorganiserait l’apprentissage, puis ils cofinancèrent l’autoévaluation.
        Lafontaine, Desjardins, Dumoulin et Delacroix ont signé.
        Le fichier IMG-6923.JPG pèse 3Mo et mesure 10m.
        La thérapeute Sane, de Rhein-Neckar, parle « d’empowerment ».
        Les cheffes d’entreprise et l’autrice aujourd’hui octogénaire se sont tues.
        Hanoï, Danang, Quangtri, Phnom Penh et Haiphong accueillent le forum.
        Hollande, Martinet, Bergeron et Montpellier sont des noms propres.
        Il a dit « oui »... puis « non ».
        Ratio 16:9, note a,b et version 2.0b.
    """,
    "en": """
        Together they inform a notable therapist; nowhere into the network.
        The U.S. and the U.K. met Dr.Smith, Gen.Prayut and Mr. Washington.
        Visit www.example.com, mail info@example.org or see example.vn/news.
        The G20, COVID-19, 3G, the 2nd round, the 11th Congress, H5N1 and Room B12.
        YouTube, GitHub, McDonald, VietNam, LinkedIn, iPhone and eLearning are names.
        Policymakers discussed upskilling, microfinance, ecotourism and overtourism.
        Healthcare, wellbeing, roadmaps, smartphones and startups matter.
        Anderson, Sunderland, Blackburn, Atwood, Tobin and Weston signed it.
        A(n) example, participant(s) and (re)training.
        It cost $10.000, or 3.5m, on 14.4.2015 at 10:59.
        The cross-border cofinancing of agroforestry is counterintuitive.
        Hanoi, Danang, Quangtri and Haiphong host the forum.
        Cyberbullying, teleworking and outmigration are underreported.
        The file IMG-6923.JPG and the module tmkit.reports.base are attached.
        Ph.D students, e.g. Ms.Lan, use Node.js and ASP.NET.
    """,
    "vi": """
        PGS.TS.Nguyễn Văn An và ThS.Lê Thị Bình phát biểu tại TP.HCM.
        Xem vietnamplus.vn, baochinhphu.vn hoặc www.molisa.gov.vn.
        Tổng số là 1.043.724 người, tăng 2,5% so với năm 2020.
        Ông Ng.V.A (Q.Ba Đình) gửi thư tới bbt@baomoi.vn.
        Bộ LĐ-TBXH, TW.Đoàn và UBND.Tỉnh cùng phối hợp.
    """,
}


def rows(text: str) -> list[str]:
    return [row.strip() for row in text.strip().splitlines()]


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(lang, row) for lang, text in table.items() for row in rows(text)]


@pytest.mark.parametrize(("lang", "row"), cases(GLUED))
def test_lost_blanks_come_back(lang: str, row: str) -> None:
    assert mend(row.replace("|", ""), lang)[0] == row.replace("|", " ")


@pytest.mark.parametrize(("lang", "row"), cases(ALONE))
def test_what_only_looks_glued_stays(lang: str, row: str) -> None:
    assert mend(row, lang) == (row, [])


@pytest.mark.parametrize(("lang", "row"), [(lang, row.replace("|", " ")) for lang, row in cases(GLUED)])
def test_sound_sentences_stay(lang: str, row: str) -> None:
    assert mend(row, lang) == (row, [])


def report(lang: str, *texts: str, title: str | None = None, dropped: str = "") -> Report:
    return Report(
        path="page.txt",
        lang=lang,
        title=title,
        date=None,
        paragraphs=tuple(Paragraph(text, 2 * n + 1, lang) for n, text in enumerate(texts, 1)),
        dropped=(Dropped(Line(99, dropped), "a related report"),) if dropped else (),
        repairs=(),
        title_line=1 if title else None,
    )


def wrapped(text: str, width: int) -> tuple[str, int]:
    """Lose the blank at each line end of the text; also say how many were lost."""
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return "".join(lines), len(lines) - 1


PROSE = {
    "fr": (
        "Les ministres du Travail de la région se sont réunis mardi afin de discuter des moyens d’étendre la "
        "couverture sociale aux ouvriers qui travaillent sans contrat. Selon les chiffres présentés lors de "
        "la séance, près de six travailleurs sur dix ne cotisent à aucune caisse et perdent tout revenu en "
        "cas de maladie ou d’accident. Les délégués ont estimé que la réponse passe par une cotisation "
        "modeste, versée par téléphone, et par une aide de l’État pour les ménages les plus pauvres. Un plan "
        "d’action sera soumis aux gouvernements avant la fin du mois."
    ),
    "en": (
        "Labour ministers from across the region met on Tuesday to discuss how social insurance could be "
        "extended to workers who have no written contract. According to figures presented during the session, "
        "nearly six workers in ten pay into no fund at all and lose their whole income when they fall ill or "
        "are injured. The delegates agreed that the answer lies in a modest contribution paid by telephone "
        "and in public support for the poorest families. A plan of action will be submitted to the "
        "governments of the member countries before the end of this month."
    ),
}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [60, 66, 70, 75])
def test_lost_line_ends_are_found_all_over_a_report(lang: str, width: int) -> None:
    glued, lost = wrapped(PROSE[lang], width)
    mended = repair(report(lang, glued))
    assert lost > 5
    assert [p.text for p in mended.paragraphs] == [PROSE[lang]]
    assert len(mended.repairs) == lost


def test_repairs_tell_the_line_the_words_and_the_reason() -> None:
    page = report(
        "fr",
        "Le plan vise laréduction du chômage.",
        "Les experts internationaux.Le directeur de l’ASEAN(Association des nations) conclut.",
        title="Une aide auxfamilles pauvres",
    )
    mended = repair(page)
    assert mended.title == "Une aide aux familles pauvres"
    assert [p.text for p in mended.paragraphs] == [
        "Le plan vise la réduction du chômage.",
        "Les experts internationaux. Le directeur de l’ASEAN (Association des nations) conclut.",
    ]
    assert mended.repairs == (
        Repair(1, "auxfamilles", "aux familles", "“aux” and “familles” are words, “auxfamilles” is none"),
        Repair(3, "laréduction", "la réduction", "“la” and “réduction” are words, “laréduction” is none"),
        Repair(5, "internationaux.Le", "internationaux. Le", "a stop without its blank"),
        Repair(5, "l’ASEAN(Association", "l’ASEAN (Association", "a bracket without its blank"),
    )


def test_a_report_without_faults_is_returned_as_it_is() -> None:
    page = report("fr", PROSE["fr"], title="La protection sociale s’étend")
    assert repair(page) is page


def test_words_that_stand_together_elsewhere_are_told_apart() -> None:
    glued = "Il a cité le Fonds d’Adjarrasociale hier."
    alone = mend(glued, "fr")
    seen = mend(glued, "fr", context=Context(["Le Fonds d’Adjarra sociale existe.", glued]))
    assert alone == (glued, [])
    assert seen[0] == "Il a cité le Fonds d’Adjarra sociale hier."


def test_what_a_dropped_line_says_counts() -> None:
    text = "La caisse Mutexco aide les Mutexcoet leurs familles."
    seen = repair(report("fr", text, dropped="La Mutexco et les mutuelles. Les Mutexco et leurs membres."))
    assert seen.paragraphs[0].text == "La caisse Mutexco aide les Mutexco et leurs familles."


def test_likely_faults_count_where_sure_ones_stand() -> None:
    likely = "Several schools offer freelessons to migrants."
    assert mend(likely, "en") == (likely, [])
    page = report("en", likely, "He thanked theministry for its help.", "Wages rise in theregion this year.")
    assert repair(page).paragraphs[0].text == "Several schools offer free lessons to migrants."


def test_a_name_that_recurs_is_a_name() -> None:
    text = "Villeneuve a gagné. Le maire de Villeneuve salue laréussite et lesefforts."
    assert mend(text, "fr")[0] == "Villeneuve a gagné. Le maire de Villeneuve salue la réussite et les efforts."


def test_a_mend_tells_where_it_stood() -> None:
    text = "Un plan, puis laréduction, enfin du2014,mais tard."
    assert mend(text, "fr") == (
        "Un plan, puis la réduction, enfin du 2014, mais tard.",
        [
            Fix("laréduction,", "la réduction,", "“la” and “réduction” are words, “laréduction” is none", 14),
            Fix("du2014,mais", "du 2014, mais", "a number without its blank; a comma without its blank", 33),
        ],
    )


SOUND = sorted({word for text in PROSE.values() for word in text.split()})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SOUND), min_size=1, max_size=40), st.randoms(use_true_random=False), st.data())
def test_a_mend_adds_blanks_and_nothing_else(words: list[str], random: object, data: st.DataObject) -> None:
    lost = data.draw(st.sets(st.integers(0, len(words))))
    text = "".join(word + ("" if n in lost else " ") for n, word in enumerate(words))
    lang = data.draw(st.sampled_from(["fr", "en", "vi"]))
    mended, fixes = mend(text, lang)
    assert mended.replace(" ", "") == text.replace(" ", "")
    assert all(text[fix.offset :].startswith(fix.before) for fix in fixes)
    assert [fix.before == fix.after.replace(" ", "") for fix in fixes] == [True] * len(fixes)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["fr", "en", "vi"]))
def test_any_text_can_be_mended(text: str, lang: str) -> None:
    mended, _ = mend(text, lang)
    assert "".join(mended.split()) == "".join(text.split())


@pytest.mark.judge
def test_the_real_glued_report(shared: Path) -> None:
    gold = json.loads((shared / "gold/seeds.json").read_text(encoding="utf-8"))
    lines = next((shared / "reports").glob("000*")).read_text(encoding="utf-8").split("\n")
    body = gold["documents"]["000"]["body_lines_dedup"]
    page = Report(
        path="000.txt",
        lang="fr",
        title=lines[0],
        date=None,
        paragraphs=tuple(Paragraph(lines[n - 1], n, "fr") for n in body),
        dropped=tuple(Dropped(Line(n, text), "no part of it") for n, text in enumerate(lines, 1) if n not in body),
        repairs=(),
        title_line=1,
    )
    wanted = [(g["line"], g["wrong"], g["right"]) for g in gold["glue_repairs_000"] if g["line"] != 5]
    assert [(r.line, r.before, r.after) for r in repair(page).repairs] == wanted


@pytest.mark.judge
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_real_news_stays_as_it_is(shared: Path, lang: str) -> None:
    side = {"dev_en-fr": ("en", "fr"), "dev_vi-fr": ("vi", "fr"), "dev_en-vi": ("en", "vi")}
    names = [
        (d, ext) for d, langs in side.items() for ext, code in zip(("src", "tgt"), langs, strict=True) if code == lang
    ]
    files = sorted(path for folder, ext in names for path in (shared / "align-dev" / folder).glob(f"*.{ext}"))
    changed = [
        fix
        for path in files
        for line in [path.read_text(encoding="utf-8").split("\n")]
        for text in line
        for fix in mend(text, lang, context=Context(line))[1]
    ]
    assert files
    assert changed == []
