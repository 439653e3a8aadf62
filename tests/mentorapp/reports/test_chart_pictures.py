from io import BytesIO

from PIL import Image

from mentorapp.reports.chart_pictures import RESOLUTION, picture
from mentorapp.reports.charts import bar_chart


def test_a_chart_is_a_picture_as_sharp_as_in_print() -> None:
    chart = bar_chart("Meetings", [("Q3", 12, "12"), ("Q4", 7, "7")], 80, 40, last_is_open=True)

    image = Image.open(BytesIO(picture(chart)))

    assert image.size == (round(80 / 25.4 * RESOLUTION), round(40 / 25.4 * RESOLUTION) + 1)
    colours = image.convert("L").histogram()
    assert colours[255] > colours[0]  # white paper
    assert sum(colours[:200]) > 5_000  # and ink on it


def test_the_same_chart_is_the_same_picture() -> None:
    made = [
        picture(bar_chart("Meetings", [("Q3", 12, "12")], 80, 40, last_is_open=False))
        for _ in range(2)
    ]

    assert made[0] == made[1]


def test_a_chart_says_its_bars_and_which_are_hidden() -> None:
    bars = [("Q3", 12, "12"), ("Q4", 0, ":")]
    chart = bar_chart("Meetings", bars, 80, 40, last_is_open=False, hidden="hidden")
    assert chart.said == "Meetings. Q3: 12; Q4: hidden"
