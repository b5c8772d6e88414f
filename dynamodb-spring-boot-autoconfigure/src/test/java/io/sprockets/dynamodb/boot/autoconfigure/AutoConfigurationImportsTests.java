package io.sprockets.dynamodb.boot.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import static org.assertj.core.api.Assertions.assertThat;

class AutoConfigurationImportsTests {

	@Test
	void everyAutoConfigurationIsListedAndFinal() {
		ImportCandidates listed = ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader());
		assertThat(listed.getCandidates()).isNotEmpty();
		new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(getClass().getPackageName())
			.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.forEach((type) -> {
				assertThat(listed.getCandidates()).contains(type.getName());
				assertThat(type.getModifiers()).contains(JavaModifier.PUBLIC, JavaModifier.FINAL);
				assertThat(type.getMethods())
					.noneMatch((method) -> method.getModifiers().contains(JavaModifier.PUBLIC));
			});
	}

	@Test
	void reactorNettyIsTheClientsOwnMatter() {
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(getClass().getPackageName())) {
			assertThat(type.getDirectDependenciesFromSelf())
				.noneMatch((dependency) -> dependency.getTargetClass().getPackageName().startsWith("reactor.netty"));
		}
	}

}
