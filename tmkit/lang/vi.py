"""Vietnamese."""

from tmkit.lang.base import (
    ContextWords,
    DictionaryWords,
    GlueWords,
    HeadingWords,
    Language,
    NumberWords,
    Spelling,
    TermWords,
    phrases,
)
from tmkit.lang.page_vi import PAGE
from tmkit.lang.text import modern_tones, old_tones, one_spelling

VI = Language(
    code="vi",
    name="Vietnamese",
    native="Tiếng Việt",
    srx="vi.srx",
    verbosity=1.02,
    syllabic=True,
    numbers=NumberWords(
        decimal=",",
        groups=".\u00a0\u202f",
        months=(
            ("tháng một", 1),
            ("tháng giêng", 1),
            ("tháng hai", 2),
            ("tháng ba", 3),
            ("tháng tư", 4),
            ("tháng bốn", 4),
            ("tháng năm", 5),
            ("tháng sáu", 6),
            ("tháng bảy", 7),
            ("tháng tám", 8),
            ("tháng chín", 9),
            ("tháng mười hai", 12),
            ("tháng mười một", 11),
            ("tháng mười", 10),
            ("tháng chạp", 12),
        ),
        weekdays=("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"),
        magnitudes=(
            ("nghìn tỷ", 10**12),
            ("ngàn tỷ", 10**12),
            ("nghìn tỉ", 10**12),
            ("triệu tỷ", 10**15),
            ("nghìn", 10**3),
            ("ngàn", 10**3),
            ("vạn", 10**4),
            ("triệu", 10**6),
            ("tỷ", 10**9),
            ("tỉ", 10**9),
        ),
        cardinals=(
            ("một", 1),
            ("hai", 2),
            ("ba", 3),
            ("bốn", 4),
            ("năm", 5),
            ("sáu", 6),
            ("bảy", 7),
            ("tám", 8),
            ("chín", 9),
            ("mười", 10),
            ("mươi", 10),
            ("mốt", 1),
            ("lăm", 5),
            ("trăm", 100),
        ),
        percent=("phần trăm",),
        joiners=("lẻ", "linh"),
        month_word="tháng",
        year_word="năm",
        hour_word="giờ",
        decades=frozenset({"mười", "mươi", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"}),
        uncertain=frozenset({"một", "năm", "mốt", "lăm", "mươi"}),
    ),
    page=PAGE,
    glue=GlueWords(
        abbreviations=frozenset(
            "tp tx tt p q h x ts ths pgs gs bs ks cn cv nxb tr sđt đt vv v.v st no dr mr mrs ms prof "
            "kts ubnd hđnd mttq lđlđ nsnd nsưt ncs cb th đ/c đc tgđ pgđ gđ pct ct bch bts tw qđ nđ cp".split()
        ),
    ),
    headings=HeadingWords(
        languages=(("vi", ("việt", "việt ngữ", "vn", "vie")), ("fr", ("pháp", "pháp ngữ")), ("en", ("anh", "anh ngữ"))),
        kinds=(
            ("term", phrases("thuật ngữ|từ|từ ngữ|cụm từ|từ, cụm từ|tên gọi|tên")),
            ("preferred", phrases("ưu tiên|thuật ngữ ưu tiên|nên dùng|thuật ngữ nên dùng|thuật ngữ chuẩn")),
            ("admitted", phrases("đồng nghĩa|từ đồng nghĩa|chấp nhận|được chấp nhận|cách gọi khác")),
            ("deprecated", phrases("không nên dùng|không khuyến khích|cũ|tên cũ|thuật ngữ cũ")),
            ("forbidden", phrases("cấm|cấm dùng|không dùng|không được dùng")),
            ("definition", phrases("định nghĩa|giải thích|giải nghĩa|nghĩa")),
            ("note", phrases("ghi chú|chú thích|lưu ý|chú ý")),
            ("domain", phrases("lĩnh vực|chuyên ngành|chủ đề")),
            ("status", phrases("trạng thái|tình trạng")),
            ("related", phrases("liên quan|xem thêm|thuật ngữ liên quan")),
            ("id", phrases("mã|mã số|mã thuật ngữ")),
            ("number", phrases("stt|số thứ tự|tt|số")),
            ("source", phrases("nguồn|ngôn ngữ nguồn|bản gốc|thuật ngữ nguồn")),
            ("target", phrases("đích|ngôn ngữ đích|bản dịch|thuật ngữ đích")),
        ),
        fillers=frozenset({"bằng", "của", "trong", "các"}),
    ),
    dictionary=DictionaryWords(
        labels=phrases(
            "danh từ|động từ|ngoại động từ|nội động từ|tính từ|phó từ|trạng từ|đại từ|giới từ|liên từ|thán từ|mạo từ|"
            "số từ|quán từ|trợ từ|trợ động từ|thành ngữ|danh từ riêng|danh từ số nhiều|danh từ giống đực|"
            "danh từ giống cái|giống đực|giống cái|số nhiều|số ít|viết tắt"
        ),
        marks=phrases("dt.|đgt.|đt.|tt.|trgt.|pht.|gt.|lt.|d.|đg.|t.|p.|k.|đ."),
        references=phrases("xem|xem thêm|như|cũng như|đồng nghĩa với|trái nghĩa với"),
    ),
    spelling=Spelling(
        letters="àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        # The first sound of "c", "g", "ng" is written "k", "gh", "ngh" before e, ê, i, and nowhere else.
        wrong=r"^(?:c|ng)[ieê]|^g[eê]|^(?:k(?!h)|gh|ngh)[^iyeê]",
        onsets=("", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()),
        rimes=tuple(
            (
                "a ai ao au ay am an ang anh ac ach ap at ăm ăn ăng ăc ăp ăt ăk âu ây âm ân âng âc âp ât "
                "e eo em en eng ec ep et ê êu êm ên ênh êch êp êt i ia iu im in inh ich ip it "
                "iêu iêm iên iêng iêc iêp iêt o oi om on ong ooc oong oc op ot oa oai oao oay oam oan oang "
                "oanh oac oach oap oat oăm oăn oăng oăc oăp oăt oe oeo oen oet ô ôi ôm ôn ông ôc ôp ôt "
                "ơ ơi ơm ơn ơp ơt u ua ui um un ung uc up ut uân uâng uây uât uê uênh uêch uơ uôi uôm uôn uông "
                "uôc uôt uy uya uyu uyên uyêt uynh uych uyt uyp ư ưa ưi ưu ưng ưc ưt ưm "
                "ươi ươu ươm ươn ương ươc ươp ươt y yêu yêm yên yêng yêt yt ych ynh ym"
            ).split()
        ),
        mistaken=(("ð", "đ"), ("Ð", "Đ"), ("Ɖ", "Đ"), ("ɖ", "đ"), ("ƣ", "ư"), ("Ƣ", "Ư"), ("ǎ", "ă"), ("Ǎ", "Ă")),
        confused=frozenset("\u0309\u0303"),
        styles=(modern_tones, old_tones),
    ),
    terms=TermWords(
        # Stop words that also are half of a word, or its head: "đối tượng", "thế giới", "người lao động".
        first=frozenset("người việc sự cuộc con bộ thế đối ngày cái chị em làm bình mặt ông".split()),
        last=frozenset(
            "người việc làm em con bộ cái ngoài ở bằng thuộc nhất cần năm đối thế bị cùng ngày lại ra".split()
        ),
        inner=frozenset(
            "và của cho về với trong từ theo do có không được đến ra vào lên lại cùng việc người sự cuộc con bộ "
            "làm em cái năm ngày trên dưới sau trước tại cần bằng ở nhất đối thế bị thuộc ngoài một nhiều mọi "
            "đi chị qua giữa chưa giờ hơn".split()
        ),
        never_first=frozenset(
            "được cả mỗi một các những từng mọi vài mấy rất đang sẽ đã còn cùng "
            "biết nói gồm đạt giúp nhận khoảng gần hầu khiến nằm trở xuống tới vượt vừa riêng kể rất nêu gây "
            "chiếm đứng khá khắp mới lớn tiếp thấp sắp đa hàng mang trình dành nhờ càng phía loại".split()
        ),
        never_last=frozenset(
            "tăng khoảng gần các đạt tới thêm vừa rất hơn khá riêng dành kể gồm giúp nhận đưa".split()
        ),
        phrases=phrases(
            "cho biết|cho rằng|nhấn mạnh|khẳng định|phát biểu|cho hay|đồng thời|đặc biệt|hầu hết|tiếp tục|dự kiến|"
            "thực hiện|tham gia|bao gồm|trong đó|đề nghị|đề xuất|đánh giá cao|góp phần|tuy nhiên|bên cạnh|"
            "ngoài ra|hiện nay|hiện có|hiện tại|sắp tới|thời gian qua|thời gian tới|vừa qua|trở lên|trở thành|"
            "đối với|do đó|nhằm|theo đó|qua đó|từ đó|phối hợp|tiến hành|diễn ra|kêu gọi|tập trung|dự báo|ước tính|"
            "cụ thể|chủ yếu|ngày càng|lần lượt|tương đương|một số|tất cả|toàn bộ|bày tỏ|chia sẻ|nêu rõ|cùng với|"
            "cam kết|mong muốn|có thể|cần phải|không chỉ|mà còn|nhiều nhất|ít nhất|hơn nữa|như vậy|vì vậy|"
            "thông qua|dựa trên|liên quan"
        ),
        alone=frozenset(
            "đồng tháng tuổi nước tỉnh huyện xã thôn bản tổng thể hợp định kiến trưởng hết bình thành viên quốc "
            "liên bắt hành cuối đầu điều con số tỷ lệ mức".split()
        ),
        joins="-–",
    ),
    context=ContextWords(
        coordinators=frozenset({"và", "hoặc", "hay", "cùng", "với"}),
        former=phrases(
            "trước đây|cũ|nguyên|trước kia|tiền thân|đã sáp nhập|sáp nhập|hợp nhất|giải thể|khi đó|lúc đó|hồi đó"
        ),
        until=phrases("đến năm|đến|tới năm|trước năm|tầm nhìn|tầm nhìn đến năm|mục tiêu năm|giai đoạn"),
    ),
    one_spelling=one_spelling,
    alphabet="aăâbcdđeêfghijklmnoôơpqrstuưvwxyz",
    tones="\u0300\u0309\u0303\u0301\u0323",
    other_words=("xã hội chủ nghĩa", "xã hội hóa", "xã hội học", "xã hội đen", "công việc", "thế giới", "gia đình"),
    articles=("các", "những"),
    courtesies=("cảm ơn", "cám ơn", "xin chào", "chào mừng", "kính chào", "tạm biệt", "chúc mừng"),
    agencies=(
        "Dân trí",
        *"TTXVN VNA VNP Vietnam+ VietnamPlus LĐTĐ BGO ĐCSVN VOV VOV.VN VTV VTV.vn VTC VTCNews VGP Chinhphu.vn NDO "
        "NLĐ NLĐO LĐO TTO TNO PLO HNM HNMO QĐND CAND SGGP SGGPO GD&TĐ TBTCO ĐTTCO BVPL LĐ&XH LĐXH PV "
        "TPO VnExpress VietNamNet VNN Znews BNEWS KTĐT QĐND NDĐT VOH ANTĐ PNO AFP AP Reuters "
        "Xinhua".split(),
    ),
    stop_words=frozenset(
        (
            "và là của các những được có trong với để tại cho từ theo về do này đã đang sẽ không cũng một "
            "khi như nhiều bị ra vào đến sau trước trên dưới lên năm ngày người việc sự cuộc mà thì nên vì "
            "nếu nhưng hay hoặc rằng ở bởi bằng qua lại còn nữa rất hơn nhất cả mọi mỗi từng vài mấy đó đây "
            "kia ấy vậy thế nào gì sao ai tôi ta chúng anh chị em ông bà cô chú bác họ mình nó con cái chiếc "
            "bộ lần lúc nay hôm vẫn chưa chẳng phải đều chỉ ngay luôn thường hãy đừng xuống tới giữa ngoài "
            "cùng đối thuộc nhằm cần tuy dù mặc giờ đi làm"
        ).split()
    ),
)
