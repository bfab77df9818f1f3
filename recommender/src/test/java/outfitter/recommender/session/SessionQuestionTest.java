package outfitter.recommender.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.blend.Reason;

class SessionQuestionTest {
    private static final int BOOT = 0;
    private static final int SOCK = 1;
    private static final int TENT = 2;
    private static final int STOVE = 3;
    private static final int PAN = 4;

    @Test
    void whatOthersLookedAtNextComesBehindTheItemItself() {
        SessionIndex index = new SessionIndex(100);
        for (int i = 0; i < 20; i++) {
            index.add(new int[] {BOOT, SOCK});
            index.add(new int[] {TENT, STOVE});
        }

        assertThat(best(index, BOOT)).startsWith(BOOT, SOCK);
        assertThat(best(index, SOCK, TENT)).startsWith(TENT, STOVE);
    }

    @Test
    void theWalkReachesWhatWasNeverSeenTogether() {
        SessionIndex index = new SessionIndex(100);
        for (int i = 0; i < 20; i++) {
            index.add(new int[] {TENT, STOVE});
            index.add(new int[] {STOVE, PAN});
        }

        assertThat(best(index, TENT)).contains(PAN);
    }

    @Test
    void aVisitorOfUnknownItemsIsShownWhatIsPopular() {
        SessionIndex index = new SessionIndex(100);
        for (int i = 0; i < 20; i++) index.add(new int[] {SOCK});
        index.add(new int[] {BOOT});

        assertThat(best(index, 77, -1)).startsWith(SOCK);
    }

    @Test
    void saysWhyInTrueCounts() {
        SessionIndex index = new SessionIndex(100);
        for (int i = 0; i < 7; i++) index.add(new int[] {BOOT, SOCK});
        index.add(new int[] {BOOT});
        index.add(new int[] {SOCK, PAN});
        Signals signals = Signals.of(index.view(), SessionSettings.USUAL);
        SessionQuestion question = new SessionQuestion(signals);

        question.ask(new int[] {BOOT}, 0, 1);

        assertThat(question.reasons(SOCK))
                .containsExactly(new Reason("SIMILAR_SESSIONS", Reason.ALL, 7, 8), new Reason("TOGETHER", BOOT, 7, 8));
        assertThat(question.reasons(PAN)).containsExactly(new Reason("WALK", SOCK, 8, 0));
    }

    @Test
    void anEmptyIndexHasNothingToSay() {
        assertThat(best(new SessionIndex(100), BOOT)).isEmpty();
    }

    @Test
    void sessionsThatCameAfterTheFollowersWereCountedAreFound() {
        SessionIndex index = new SessionIndex(100);
        index.add(new int[] {BOOT, SOCK});
        Signals before = Signals.of(index.view(), SessionSettings.USUAL);

        for (int i = 0; i < 5; i++) index.add(new int[] {TENT, PAN});

        assertThat(best(before.over(index.view()), TENT)).startsWith(TENT, PAN);
    }

    @Property(tries = 100)
    void neverTheSameItemTwice(@ForAll Random random) {
        SessionIndex index = new SessionIndex(10);
        for (int i = 0; i < 60; i++) {
            index.add(random.ints(1 + random.nextInt(5), 0, 40).toArray());
        }

        int[] best = best(index, random.ints(1 + random.nextInt(50), 0, 45).toArray());

        assertThat(best).doesNotHaveDuplicates().hasSizeGreaterThan(5);
    }

    private static int[] best(SessionIndex index, int... visit) {
        return best(Signals.of(index.view(), SessionSettings.USUAL), visit);
    }

    private static int[] best(Signals signals, int... visit) {
        SessionQuestion question = new SessionQuestion(signals);
        Blend blend = Blend.only(
                SessionFeatures.of(Signal.SIMILAR_SESSIONS), 1, SessionQuestion.FEATURES, SessionQuestion.CONTEXTS);
        int[] into = new int[20];
        question.ask(visit, 0, visit.length);
        int length = question.best(blend, into);
        return Arrays.copyOf(into, length);
    }
}
