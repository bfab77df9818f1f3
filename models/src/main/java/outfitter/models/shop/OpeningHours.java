package outfitter.models.shop;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When people answer.
 *
 * @param openings at most a few a week; none crosses midnight
 */
public record OpeningHours(ZoneId zone, List<Opening> openings) {
    public OpeningHours {
        openings = List.copyOf(openings);
    }

    /** One stretch of a weekday, the end excluded. */
    public record Opening(DayOfWeek day, LocalTime from, LocalTime to) {
        public Opening {
            if (!from.isBefore(to)) throw new IllegalArgumentException(day + " " + from + " to " + to);
        }

        private boolean contains(ZonedDateTime at) {
            LocalTime time = at.toLocalTime();
            return at.getDayOfWeek() == day && !time.isBefore(from) && time.isBefore(to);
        }
    }

    public boolean isOpen(Instant at) {
        return openings.stream().anyMatch(opening -> opening.contains(at.atZone(zone)));
    }

    /** The next moment at which somebody starts to answer, after {@code at}; empty when never. */
    public Optional<Instant> nextOpening(Instant at) {
        ZonedDateTime now = at.atZone(zone);
        return IntStream.rangeClosed(0, 7)
                .mapToObj(now.toLocalDate()::plusDays)
                .flatMap(date -> openings.stream()
                        .filter(opening -> opening.day() == date.getDayOfWeek())
                        .map(opening -> date.atTime(opening.from()).atZone(zone).toInstant()))
                .filter(start -> start.isAfter(at))
                .min(Comparator.naturalOrder());
    }
}
