"""The table that a run ends with. A missed bound is printed, not failed: times on another machine are no test."""


class Table:
    def __init__(self, columns):
        self.columns, self.rows = columns, []

    def add(self, *cells, held=None):
        word = "" if held is None else "yes" if held else "NO"
        row = [*(str(cell) for cell in cells), word]
        print("  ".join(cell for cell in row if cell), flush=True)
        self.rows.append(row)

    def __str__(self):
        rows = [[*self.columns, "held"], *self.rows]
        widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
        return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def number(value):
    return f"{value:,}"
