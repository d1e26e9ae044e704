package org.mtgtracker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.stream.Stream;
import org.mtgtracker.identity.entity.AuditRecord;

/** Components lie on floors; arrows point down only, and into another component's boundary or entities. */
@AnalyzeClasses(packages = "org.mtgtracker", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("persistence", "cache", "events", "ratelimit", "observability", "values"),
            List.of("jobs", "idempotency"),
            List.of("catalog"),
            List.of("pricing", "identity"),
            List.of("search"),
            List.of("trending", "collection", "listing"),
            List.of("backup", "alerts"));

    @ArchTest
    static final ArchRule arrows_point_down_only = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("0")
            .definedBy(floor(0))
            .layer("1")
            .definedBy(floor(1))
            .layer("2")
            .definedBy(floor(2))
            .layer("3")
            .definedBy(floor(3))
            .layer("4")
            .definedBy(floor(4))
            .layer("5")
            .definedBy(floor(5))
            .layer("6")
            .definedBy(floor(6))
            .whereLayer("6")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("5")
            .mayOnlyBeAccessedByLayers("6")
            .whereLayer("4")
            .mayOnlyBeAccessedByLayers("5", "6")
            .whereLayer("3")
            .mayOnlyBeAccessedByLayers("4", "5", "6")
            .whereLayer("2")
            .mayOnlyBeAccessedByLayers("3", "4", "5", "6")
            .whereLayer("1")
            .mayOnlyBeAccessedByLayers("2", "3", "4", "5", "6");

    @ArchTest
    static void nobody_reaches_into_another_components_control(JavaClasses classes) {
        FLOORS.stream().flatMap(List::stream).forEach(component -> noClasses()
                .that(otherThan(component))
                .should()
                .dependOnClassesThat(resideInAPackage("org.mtgtracker." + component + ".control.."))
                .allowEmptyShould(true)
                .check(classes));
    }

    @ArchTest
    static void components_of_one_floor_do_not_know_each_other(JavaClasses classes) {
        FLOORS.forEach(floor -> floor.forEach(component -> noClasses()
                .that(resideInAPackage("org.mtgtracker." + component + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(floor.stream()
                        .filter(other -> !other.equals(component))
                        .map(other -> "org.mtgtracker." + other + "..")
                        .toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(classes)));
    }

    @ArchTest
    static final ArchRule the_domain_knows_no_http = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "jakarta.faces.."));

    @ArchTest
    static final ArchRule enterprise_beans_of_a_boundary_say_who_may_call_them = classes()
            .that()
            .resideInAPackage("..boundary..")
            .and()
            .areAnnotatedWith(Stateless.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class);

    @ArchTest
    static final ArchRule what_is_in_the_audit_log_is_never_changed =
            noMethods().that().areDeclaredIn(AuditRecord.class).should().haveRawReturnType(void.class);

    /** Without one the server's proxy of an EJB takes the first public constructor, and gives it nothing but nulls. */
    @ArchTest
    static void every_ejb_has_a_public_constructor_without_parameters(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                        .map(JavaClass::reflect)
                        .filter(type -> Stream.of(type.getConstructors())
                                .noneMatch(constructor -> constructor.getParameterCount() == 0))
                        .filter(type -> type.getConstructors().length > 0))
                .isEmpty();
    }

    private static DescribedPredicate<JavaClass> otherThan(String component) {
        return DescribedPredicate.not(resideInAPackage("org.mtgtracker." + component + ".."));
    }

    private static String[] floor(int number) {
        return FLOORS.get(number).stream()
                .map(component -> "org.mtgtracker." + component + "..")
                .toArray(String[]::new);
    }
}
