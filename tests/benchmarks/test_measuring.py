from benchmarks.measuring import Spread, against, alone, interleaved


def test_runs_take_turns() -> None:
    order: list[str] = []

    def run(name: str) -> dict[str, float]:
        order.append(name)
        return {name: 1.0}

    series = interleaved([lambda: run("a"), lambda: run("b")], 3)
    assert order == ["a", "b"] * 3
    assert series == {"a": [1.0] * 3, "b": [1.0] * 3}


def test_ratios_are_made_within_a_round() -> None:
    # The machine was ten times slower in the second round: that changes no ratio.
    figure = against({"program": [4.0, 40.0], "bare": [1.0, 10.0]}, "program", "bare")
    assert figure.ratio == Spread(4.0, 4.0, 4.0)


def test_a_figure_alone_has_no_ratio() -> None:
    assert alone({"stage": [1.0, 3.0, 2.0]}, "stage").program == Spread(2.0, 1.0, 3.0)
