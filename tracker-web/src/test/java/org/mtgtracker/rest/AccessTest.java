package org.mtgtracker.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.identity.AuthResource;
import org.mtgtracker.rest.pricing.LatestPricesResource;
import org.mtgtracker.rest.search.CardCollectionResource;
import org.mtgtracker.rest.v1.BaselineUsersResource;

class AccessTest {
    private static final JavaClasses WEB = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mtgtracker.rest", "org.mtgtracker.pages");

    /** What is asked for fits into no address; or it is how somebody comes to a name at all. */
    private static final Set<Class<?>> OPEN_CHANGES = Set.of(
            LatestPricesResource.class, CardCollectionResource.class, AuthResource.class, BaselineUsersResource.class);

    @Test
    void every_resource_method_says_who_may_call_it() {
        List<Method> methods = resourceMethods();

        assertThat(methods).hasSizeGreaterThan(6);
        assertThat(methods).allSatisfy(method -> assertThat(Access.to(method.getDeclaringClass(), method))
                .isNotInstanceOf(Access.Nobody.class));
    }

    @Test
    void nothing_that_changes_state_is_open() {
        assertThat(resourceMethods())
                .filteredOn(method -> !httpMethod(method).equals(HttpMethod.GET))
                .filteredOn(method -> !OPEN_CHANGES.contains(method.getDeclaringClass()))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(Access.to(method.getDeclaringClass(), method))
                        .isInstanceOf(Access.Having.class));
    }

    @Test
    void signing_out_is_for_whoever_is_signed_in() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.getName().startsWith("signOut"))
                .hasSizeGreaterThan(2)
                .allSatisfy(method -> assertThat(Access.to(method.getDeclaringClass(), method))
                        .isInstanceOf(Access.Having.class));
    }

    @Test
    void where_programs_may_come_a_scope_says_so() {
        assertThat(resourceMethods())
                .filteredOn(method -> !(Access.to(method.getDeclaringClass(), method) instanceof Access.Having having)
                        || having.roles().contains(Role.Name.API_CLIENT)
                        || having.roles().equals(Set.of(Role.Name.ADMIN)))
                .allSatisfy(method -> assertThat(Access.scope(method.getDeclaringClass(), method))
                        .isPresent());
    }

    @Test
    void a_key_of_an_administrator_needs_a_scope_for_reading_and_another_for_changing() throws NoSuchMethodException {
        assertThat(Access.scope(Guarded.class, Guarded.class.getDeclaredMethod("silent")))
                .contains(Scope.ADMIN_WRITE);
        assertThat(Access.scope(Guarded.class, Guarded.class.getDeclaredMethod("read")))
                .contains(Scope.ADMIN_READ);
        assertThat(Access.scope(Guarded.class, Guarded.class.getDeclaredMethod("other")))
                .isEmpty();
        assertThat(Access.scope(Guarded.class, Guarded.class.getDeclaredMethod("narrowed")))
                .contains(Scope.LISTINGS_READ);
        assertThat(Access.scope(Silent.class, Silent.class.getDeclaredMethod("open")))
                .contains(Scope.CARDS_READ);
    }

    @Test
    void every_resource_is_in_a_version() {
        Set<Class<?>> served = new HashSet<>(new ApiV1().getClasses());
        served.addAll(new ApiV2().getClasses());

        assertThat(served)
                .containsAll(WEB.stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .<Class<?>>map(type -> type.reflect())
                        .toList());
    }

    @Test
    void roles_are_those_that_there_are() {
        assertThat(Role.values())
                .extracting(Role::name)
                .containsExactlyInAnyOrder(Role.Name.USER, Role.Name.ADMIN, Role.Name.API_CLIENT);
    }

    /** The server authenticates a request once more in front of a method that says it itself. */
    @Test
    void what_everybody_may_read_is_said_on_the_class() {
        assertThat(resourceMethods())
                .filteredOn(method -> method.isAnnotationPresent(GET.class))
                .filteredOn(method -> method.isAnnotationPresent(PermitAll.class))
                .isEmpty();
    }

    @Test
    void the_web_calls_boundaries_and_never_a_database() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mtgtracker.*.control..", "jakarta.persistence..", "java.sql..", "javax.sql..")
                .check(WEB);
    }

    @Test
    void without_an_annotation_nobody_may_and_a_methods_word_goes_before_its_classs() throws NoSuchMethodException {
        assertThat(access(Silent.class, "silent")).isEqualTo(new Access.Nobody());
        assertThat(access(Silent.class, "open")).isEqualTo(new Access.Everybody());
        assertThat(access(Guarded.class, "silent")).isEqualTo(new Access.Having(Set.of("ADMIN")));
        assertThat(access(Guarded.class, "other")).isEqualTo(new Access.Having(Set.of("USER")));
        assertThat(access(Guarded.class, "closed")).isEqualTo(new Access.Nobody());
    }

    private static Access access(Class<?> type, String method) throws NoSuchMethodException {
        return Access.to(type, type.getDeclaredMethod(method));
    }

    private static List<Method> resourceMethods() {
        return new ApiV2()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> !httpMethod(method).isEmpty())
                        .toList();
    }

    private static String httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
    }

    private static final class Silent {
        void silent() {}

        @PermitAll
        void open() {}
    }

    @RolesAllowed("ADMIN")
    private static final class Guarded {
        void silent() {}

        @RolesAllowed("USER")
        void other() {}

        @GET
        void read() {}

        @RolesAllowed({"USER", "API_CLIENT"})
        @NeedsScope(Scope.LISTINGS_READ)
        void narrowed() {}

        @DenyAll
        void closed() {}
    }
}
