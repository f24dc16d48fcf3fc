import { type CalendarDate, parseDate } from "@internationalized/date";
import { useState } from "react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Popover,
} from "react-aria-components";
import { useKey } from "../../keys/keys";
import { Btn } from "../../parts/button";
import { Icon } from "../../parts/icon";
import { BackIcon, DayIcon, NextIcon } from "../../parts/icons";
import { dayOf, startOfDay } from "../../words/formats";
import { useWords } from "../../words/use";
import styles from "./list.module.css";

const DAY_MS = 86_400_000;

/** The days of the week as the calendar calls them, in the two languages that it knows. */
const LONG_DAYS = [
  ...["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ...["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
];

function parsed(day: string): CalendarDate | null {
  try {
    return day === "" ? null : parseDate(day);
  } catch {
    return null;
  }
}

/** Narrows the list to one day: today, yesterday, or one of the calendar. */
export function DayFilter({ day, nowMs, onDay }: { day: string; nowMs: number; onDay: (day: string) => void }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const today = dayOf(nowMs);
  const value = parsed(day);
  const [shown, setShown] = useState<CalendarDate>(value ?? parseDate(today));
  useKey("D", words.t("orders-day"), () => setOpen(true));
  const choose = (chosen: string) => {
    setOpen(false);
    onDay(chosen);
  };
  const label = value === null ? words.t("orders-day") : words.shortDate(startOfDay(day));
  const heads = words.t("orders-weekdays").split(" ");
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        className={value === null ? `btn soft ${styles["any"]}` : "btn"}
        aria-label={`${words.t("orders-day")}: ${value === null ? words.t("orders-day-all") : label}`}
        data-key="D"
      >
        <Icon of={DayIcon} />
        <span className="lbl">{label}</span>
      </Button>
      <Popover placement="bottom end">
        <Dialog className={styles["days"] ?? ""} aria-label={words.t("orders-day")}>
          <div className={styles["quick"]}>
            <Btn look="soft" label={words.t("orders-day-all")} onPress={() => choose("")} />
            <Btn look="soft" label={words.t("orders-today")} onPress={() => choose(today)} />
            <Btn look="soft" label={words.t("orders-yesterday")} onPress={() => choose(dayOf(nowMs - DAY_MS))} />
          </div>
          <Calendar
            aria-label={words.t("orders-day")}
            value={value}
            maxValue={parseDate(today)}
            focusedValue={shown}
            onFocusChange={(date) => setShown(parseDate(date.toString()))}
            onChange={(date) => choose(date.toString())}
            firstDayOfWeek="mon"
          >
            <div className={styles["month"]}>
              <Button slot="previous" aria-label={words.t("orders-month-before")}>
                <Icon of={BackIcon} />
              </Button>
              <b>{words.t("orders-month", { month: shown.month, year: String(shown.year) })}</b>
              <Button slot="next" aria-label={words.t("orders-month-after")}>
                <Icon of={NextIcon} />
              </Button>
            </div>
            <CalendarGrid className={styles["grid"] ?? ""} weekdayStyle="long">
              <CalendarGridHeader>
                {(name) => <CalendarHeaderCell>{heads[LONG_DAYS.indexOf(name) % 7] ?? name}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell date={date} className={styles["day"] ?? ""} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
