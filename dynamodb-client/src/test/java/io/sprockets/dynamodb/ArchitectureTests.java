package io.sprockets.dynamodb;

import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the house.
 */
class ArchitectureTests {

	private static final String BASE = "io.sprockets.dynamodb";

	private final JavaClasses main = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(BASE);

	@Test
	void packagesHaveNoCycles() {
		slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(this.main);
		noClasses().that()
			.resideOutsideOfPackage(BASE)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(BASE)
			.check(this.main);
	}

	@Test
	void nettyIsTheTransportsMatter() {
		noClasses().that()
			.resideOutsideOfPackage(BASE + ".transport")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("reactor.netty..", "io.netty..")
			.check(this.main);
	}

	@Test
	void jacksonIsTheCodecsMatter() {
		noClasses().that()
			.resideOutsideOfPackages(BASE, BASE + ".codec")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("tools.jackson..")
			.check(this.main);
		noClasses().that()
			.resideInAPackage(BASE)
			.should()
			.dependOnClassesThat(resideInAPackage("tools.jackson..").and(notNamed("JsonNode", "JsonMapper")))
			.check(this.main);
	}

	@Test
	void parsingAndSigningKnowNoSpring() {
		noClasses().that()
			.resideInAnyPackage(BASE + ".model", BASE + ".signing", BASE + ".credentials", BASE + ".profile",
					BASE + ".endpoint", BASE + ".error", BASE + ".retry", BASE + ".expression", BASE + ".codec",
					BASE + ".outcome")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(this.main);
	}

	@Test
	void theSdkIsAParserOfProfileFiles() {
		noClasses().that()
			.resideOutsideOfPackage(BASE + ".profile")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon..")
			.check(this.main);
	}

	@Test
	void implementationsAreHidden() {
		classes().that()
			.haveSimpleNameStartingWith("Default")
			.and()
			.resideInAPackage(BASE)
			.should()
			.bePackagePrivate()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(this.main);
	}

	@Test
	void everyPackageIsNullMarked() throws ClassNotFoundException {
		for (JavaClass type : this.main) {
			Class<?> info = Class.forName(type.getPackageName() + ".package-info");
			assertThat(info.isAnnotationPresent(NullMarked.class)).as(type.getPackageName()).isTrue();
		}
	}

	@Test
	void reactiveTestsHaveATimeLimit() {
		noClasses().should()
			.callMethod(StepVerifier.LastStep.class, "verifyComplete")
			.orShould()
			.callMethod(StepVerifier.class, "verify")
			.check(new ClassFileImporter().importPackages(BASE));
	}

	@Test
	void caseIsChangedWithALocale() {
		noClasses().should()
			.callMethod(String.class, "toLowerCase")
			.orShould()
			.callMethod(String.class, "toUpperCase")
			.check(this.main);
	}

	private static DescribedPredicate<JavaClass> notNamed(String... simpleNames) {
		return DescribedPredicate.describe("another than " + String.join(", ", simpleNames),
				(type) -> !List.of(simpleNames).contains(type.getSimpleName()));
	}

}
