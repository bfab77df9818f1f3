package outfitter.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import outfitter.models.account.Role;
import outfitter.server.http.Access;

/** What a role is for; that every route asks for it is {@code AccessTest}'s. */
class RolesTest {
    @Test
    void merchandisersHaveTheStudioAndSupervisorsBoth() {
        assertThat(StaffGuard.permits(Role.MERCHANDISER, Access.MERCHANDISER)).isTrue();
        assertThat(StaffGuard.permits(Role.AGENT, Access.MERCHANDISER)).isFalse();
        assertThat(StaffGuard.permits(Role.SUPERVISOR, Access.MERCHANDISER)).isTrue();
        assertThat(StaffGuard.permits(Role.SUPERVISOR, Access.ADMIN)).isFalse();
        assertThat(StaffGuard.permits(Role.ADMIN, Access.ADMIN)).isTrue();
        assertThat(StaffGuard.permits(Role.ADMIN, Access.VISITOR)).isFalse();
    }
}
