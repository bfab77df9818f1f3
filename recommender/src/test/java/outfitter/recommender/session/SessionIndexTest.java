package outfitter.recommender.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.recommender.snapshot.SnapshotRefused;

class SessionIndexTest {
    private static final int ITEMS = 12;
    private static final int NEWEST = 5;

    @TempDir
    Path folder = Path.of("");

    @Property(tries = 300)
    void sessionsOnTopAddUpToWhatOneSnapshotHas(@ForAll Random random) {
        List<int[]> sessions = sessions(random, 40);
        SessionIndex growing = new SessionIndex(NEWEST);

        for (int[] session : sessions) {
            growing.add(session);
            if (random.nextInt(10) == 0) growing.compact();
        }

        assertHolds(growing.view(), sessions);
        growing.compact();
        assertHolds(growing.view(), sessions);
    }

    @Property(tries = 200)
    void aViewStaysWhatItIs(@ForAll Random random) {
        List<int[]> before = sessions(random, 20);
        SessionIndex index = new SessionIndex(NEWEST);
        before.forEach(index::add);

        SessionView view = index.view();
        sessions(random, 3).forEach(index::add);
        if (random.nextBoolean()) index.compact();

        assertThat(view.sessions()).isEqualTo(before.size());
        for (int number = 0; number < before.size(); number++) {
            assertThat(read(view, number)).isEqualTo(before.get(number));
        }
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        List<int[]> sessions = sessions(new Random(3), 200);
        SessionIndex index = new SessionIndex(NEWEST);
        sessions.forEach(index::add);
        Path file = folder.resolve("sessions");

        index.save(file, Followers.none());
        SessionIndex loaded = SessionIndex.load(file).index();

        assertHolds(loaded.view(), sessions);
        loaded.add(new int[] {ITEMS + 3});
        assertThat(loaded.view().sessionsOf(ITEMS + 3)).isEqualTo(1);
    }

    @Test
    void followersAreSavedAlong() throws IOException {
        SessionIndex index = new SessionIndex(NEWEST);
        sessions(new Random(3), 200).forEach(index::add);
        Followers followers = Signals.of(index.view(), SessionSettings.USUAL).followers();
        Path file = folder.resolve("followers");

        index.save(file, followers);

        assertThat(SessionIndex.load(file).followers().arrays()).isDeepEqualTo(followers.arrays());
        assertThat(followers.to(0)).isGreaterThan(followers.from(0));
    }

    @Test
    void anEmptyIndexIsSavedToo() throws IOException {
        Path file = folder.resolve("nothing");

        new SessionIndex(NEWEST).save(file, Followers.none());

        assertThat(SessionIndex.load(file).index().view().sessions()).isZero();
    }

    @Test
    void aSnapshotThatIsNotWholeIsRefused() throws IOException {
        byte[] whole = saved();

        for (int length : new int[] {0, 7, 30, 60, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SessionIndex.load(cut))
                    .isInstanceOf(SnapshotRefused.class)
                    .hasMessageContaining(cut.toString())
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void aSnapshotOfAnotherVersionIsRefused() throws IOException {
        byte[] other = saved();
        other[Long.BYTES] = 9;
        Path file = Files.write(folder.resolve("other"), other);

        assertThatThrownBy(() -> SessionIndex.load(file))
                .isInstanceOf(SnapshotRefused.class)
                .hasMessageContaining("is of version 9, and this program reads 2");
    }

    @Test
    void aDamagedSnapshotIsRefused() throws IOException {
        byte[] damaged = saved();
        damaged[damaged.length / 2] ^= 4;
        Path file = Files.write(folder.resolve("damaged"), damaged);

        assertThatThrownBy(() -> SessionIndex.load(file))
                .isInstanceOf(SnapshotRefused.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void anyOtherFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "not an index, but long enough to be taken for one");

        assertThatThrownBy(() -> SessionIndex.load(file))
                .isInstanceOf(SnapshotRefused.class)
                .hasMessageContaining("is no index of sessions");
    }

    @Test
    void aMillionEventsOfOneVisitorAreTaken() {
        SessionIndex index = new SessionIndex(NEWEST);

        index.add(new int[1_000_000]);

        assertThat(index.view().events()).isEqualTo(1_000_000);
        assertThat(index.view().sessionsOf(0)).isEqualTo(1);
    }

    private byte[] saved() throws IOException {
        SessionIndex index = new SessionIndex(NEWEST);
        sessions(new Random(3), 50).forEach(index::add);
        Path file = folder.resolve("whole");
        index.save(file, Followers.none());
        return Files.readAllBytes(file);
    }

    private static List<int[]> sessions(Random random, int count) {
        List<int[]> sessions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sessions.add(random.ints(1 + random.nextInt(6), 0, ITEMS).toArray());
        }
        return sessions;
    }

    private static void assertHolds(SessionView view, List<int[]> sessions) {
        assertThat(view.sessions()).isEqualTo(sessions.size());
        for (int number = 0; number < sessions.size(); number++) {
            assertThat(read(view, number)).isEqualTo(sessions.get(number));
        }
        for (int item = 0; item < view.items(); item++)
            assertThat(newest(view, item)).isEqualTo(counted(sessions, item));
    }

    private static int[] newest(SessionView view, int item) {
        int[] into = new int[NEWEST];
        return Arrays.copyOf(into, view.newest(item, NEWEST, into));
    }

    private static int[] counted(List<int[]> sessions, int item) {
        List<Integer> newest = new ArrayList<>();
        for (int number = sessions.size() - 1; number >= 0 && newest.size() < NEWEST; number--) {
            if (Arrays.stream(sessions.get(number)).anyMatch(each -> each == item)) newest.add(number);
        }
        return newest.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] read(SessionView view, int number) {
        SessionView.OpenSession session = new SessionView.OpenSession();
        view.open(number, session);
        return Arrays.copyOfRange(session.items, session.from, session.to);
    }
}
