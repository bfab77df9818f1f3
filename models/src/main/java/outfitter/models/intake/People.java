package outfitter.models.intake;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customers that a batch speaks of, by what tells them apart. An e-mail address or phone number leads only to people
 * of whom the shop told us: what a visitor merely claimed proves nothing.
 */
final class People {
    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, List<Person>> byEmail = new HashMap<>();
    private final Map<String, Person> byPhone = new HashMap<>();

    /** One person; {@code id} is 0 until they have a row. */
    static final class Person {
        private long id;
        private @Nullable String externalId;
        private Known known = Known.NOTHING;

        long id() {
            return id;
        }

        void id(long given) {
            id = given;
        }

        Known known() {
            return known;
        }

        boolean isNew() {
            return id == 0;
        }
    }

    void add(Row row) {
        Person person = new Person();
        person.id = row.getLong("id");
        person.known = Known.of(row);
        put(person, row.getString("external_id"), row.getString("email"), row.getString("phone"));
    }

    /** Whom {@code told} is about; someone new when nobody is known. Learns what tells them apart. */
    Person find(CustomerFact told) {
        Person person = known(told).orElseGet(Person::new);
        put(person, person.externalId == null ? told.externalId() : person.externalId, told.plainEmail(), told.phone());
        return person;
    }

    private Optional<Person> known(CustomerFact told) {
        String id = told.externalId();
        if (id != null && byId.containsKey(id)) return Optional.ofNullable(byId.get(id));
        String email = told.plainEmail();
        if (email != null) {
            return byEmail.getOrDefault(email, List.of()).stream()
                    .filter(person -> id == null || person.externalId == null)
                    .findFirst();
        }
        return id != null ? Optional.empty() : Optional.ofNullable(byPhone.get(told.phone()));
    }

    private void put(Person person, @Nullable String id, @Nullable String email, @Nullable String phone) {
        person.externalId = id;
        if (id != null) byId.putIfAbsent(id, person);
        if (phone != null) byPhone.putIfAbsent(phone, person);
        if (email == null) return;
        List<Person> same = byEmail.computeIfAbsent(email, none -> new ArrayList<>());
        if (!same.contains(person)) same.add(person);
    }
}
