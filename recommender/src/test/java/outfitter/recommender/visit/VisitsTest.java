package outfitter.recommender.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outfitter.models.customer.CustomerId;
import outfitter.models.testing.MovableClock;
import outfitter.recommender.ranking.GoesOn;

class VisitsTest {
    private static final CustomerId ADA = new CustomerId(7);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-20T12:00:00Z"));
    private final Visits visits = new Visits(clock, Runnable::run);

    @Test
    void whatOthersLookedAtNextIsFoundOnceTheirVisitsEnded() {
        for (int visitor = 0; visitor < 30; visitor++) {
            look("v" + visitor, "boot", visitor % 3 == 0 ? "gaiter" : "sock");
        }
        clock.pass(Visits.QUIET.plusSeconds(1));

        look("me", "boot");

        assertThat(visits.ended()).isEqualTo(30);
        Map<String, GoesOn> next = visits.next(visits.of("me"));
        assertThat(next.keySet()).containsExactly("sock", "gaiter");
        GoesOn sock = next.getOrDefault("sock", new GoesOn(0, "", 0, 0));
        assertThat(sock.after()).isEqualTo("boot");
        assertThat(sock.visitors()).isEqualTo(20);
        assertThat(sock.of()).isEqualTo(30);
        assertThat(visits.next(visits.of("somebody else"))).isEmpty();
    }

    @Test
    void onlyWhatCameAfterCountsAsGoneOnTo() {
        for (int visitor = 0; visitor < 20; visitor++) look("v" + visitor, "sock", "boot", "sock", "gaiter");
        clock.pass(Visits.QUIET.plusSeconds(1));
        look("me", "gaiter");

        GoesOn boot = visits.next(List.of("gaiter")).getOrDefault("boot", new GoesOn(0, "", 0, 0));

        assertThat(boot.visitors()).isZero();
    }

    @Test
    void aMillionEventsOfOneVisitorAreBounded() {
        for (int i = 0; i < 1_000_000; i++) look("robot", "p" + i % 1_000);

        assertThat(visits.of("robot")).hasSize(50).startsWith("p999");
        assertThat(visits.changes().changed()).hasSize(1);
    }

    @Test
    void aCustomersViewsAreForgottenAfterADay() {
        for (String product : List.of("boot", "sock", "boot")) visits.viewed(ada(), product, clock.instant());
        assertThat(visits.of(ADA)).containsExactly("boot", "sock");

        clock.pass(Duration.ofHours(25));

        assertThat(visits.of(ADA)).isEmpty();
    }

    @Test
    void whatIsPutIntoTheCartIsNoLook() {
        visits.viewed(ada(), "boot", clock.instant());
        visits.putIntoCart(ada(), "sock", clock.instant());
        visits.putIntoCart(ada(), "wax", clock.instant());
        visits.tookOut(ada(), "wax", clock.instant());

        assertThat(visits.of("tab")).containsExactly("boot");
        assertThat(visits.cartOf("tab")).containsExactly("sock");
        assertThat(visits.cartOf(ADA)).containsExactly("sock");
    }

    @Test
    void aPurchaseEndsTheVisit() {
        visits.viewed(ada(), "boot", clock.instant());
        visits.putIntoCart(ada(), "boot", clock.instant());
        visits.bought(ada(), "sock", clock.instant());

        assertThat(visits.ended()).isEqualTo(1);
        assertThat(visits.of(ADA)).isEmpty();
        assertThat(visits.cartOf(ADA)).isEmpty();
        assertThat(visits.of("tab")).isEmpty();
    }

    @Test
    void anOrderPlacedElsewhereEndsTheCustomersVisits() {
        visits.viewed(ada(), "boot", clock.instant());
        visits.viewed(ada(), "sock", clock.instant());
        look("somebody", "boot");

        visits.ordered(ADA);

        assertThat(visits.ended()).isEqualTo(1);
        assertThat(visits.of("somebody")).containsExactly("boot");
    }

    @Test
    void aLookLongAfterTheLastOneBeginsAnotherVisit() {
        visits.viewed(ada(), "boot", clock.instant().minus(Duration.ofHours(3)));
        visits.viewed(ada(), "sock", clock.instant().minus(Duration.ofHours(3)));
        visits.viewed(ada(), "wax", clock.instant());

        assertThat(visits.of("tab")).containsExactly("wax");
        assertThat(visits.of(ADA)).containsExactly("wax", "sock", "boot");
        assertThat(visits.ended()).isEqualTo(1);
    }

    @Test
    void fromEnoughVisitsItIsLearnedWhatIsLookedAtNext() {
        Random random = new Random(3);
        assertThat(visits.follows().learn()).isEmpty();
        for (int visit = 0; visit < WhatFollows.FEWEST; visit++) {
            int at = random.nextInt(40);
            String[] looked = new String[5];
            for (int i = 0; i < looked.length; i++) {
                looked[i] = "p" + at;
                at = random.nextInt(4) == 0 ? random.nextInt(40) : (at + 1) % 40;
            }
            visits.follows().ended(List.of(looked));
        }

        VisitLesson lesson = visits.follows().learn().orElseThrow();

        assertThat(lesson.learned().quality()).isPositive();
        assertThat(visits.lesson()).contains(lesson);
        assertThat(visits.next(List.of("p7")).keySet()).first().isEqualTo("p8");
    }

    private Visits.Who ada() {
        return new Visits.Who("tab", ADA);
    }

    private void look(String visitor, String... products) {
        for (String product : products) visits.viewed(new Visits.Who(visitor, null), product, clock.instant());
    }
}
