package outfitter.models.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryKindsTest {
    static List<EntryBody> everyKind() {
        return SampleEntries.ONE_OF_EACH;
    }

    @Test
    void everyKindThatCanBeWrittenHasASample() {
        assertThat(everyKind().stream().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(EntryKind.values().length);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void comesBackFromTheDatabaseAsItWasWritten(EntryBody body) {
        EntryKind kind = EntryKind.of(body);

        EntryBody read = EntryCodec.read(kind.code(), kind.version(), EntryCodec.write(body));

        assertThat(read).isEqualTo(body);
    }

    @Test
    void onlyWhatIsSaidToTheCustomerAndWhoSaysItReachesTheCustomer() {
        List<EntryKind> seen = Arrays.stream(EntryKind.values())
                .filter(kind -> kind.audience().allows(Audience.CUSTOMER))
                .toList();

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        EntryKind.CUSTOMER_MESSAGE,
                        EntryKind.BOT_MESSAGE,
                        EntryKind.AGENT_MESSAGE,
                        EntryKind.CLAIMED,
                        EntryKind.RETURNED_TO_BOT);
    }

    @Test
    void anEntryOfANewerVersionIsRefusedByName() {
        assertThatThrownBy(() -> EntryCodec.read("note", 99, "{}")).hasMessageContaining("note version 99");
        assertThatThrownBy(() -> EntryCodec.read("telepathy", 1, "{}")).hasMessageContaining("telepathy");
    }
}
