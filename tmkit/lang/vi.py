"""Vietnamese."""

from tmkit.lang.base import GlueWords, Language, NumberWords, PageWords

VI = Language(
    code="vi",
    name="Vietnamese",
    native="Tiếng Việt",
    srx="vi.srx",
    numbers=NumberWords(
        decimal=",",
        groups=". \u00a0\u202f",
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
        ),
    ),
    page=PageWords(),
    glue=GlueWords(),
    stop_words=frozenset(
        "và là của các những được có trong với để tại cho từ theo về do này đã đang sẽ không cũng "
        "một khi như nhiều bị ra vào đến sau trước trên dưới lên năm ngày người việc sự cuộc".split()
    ),
)
