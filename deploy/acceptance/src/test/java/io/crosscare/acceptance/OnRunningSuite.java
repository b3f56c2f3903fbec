package io.crosscare.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * A test class that plays on a running suite: the one that most classes share, or the one beside it, whose classes run while they
 * do. It may take a {@link SuiteUnderTest} in its constructor. A suite starts for its first class and is stopped after the last of
 * all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRunningSuite.Extension.class)
@interface OnRunningSuite {

    /**
     * Names the shared suite for JUnit's locks: who kills its processes, or says what all of it has written, locks it; who runs
     * beside others on it holds it for reading.
     */
    String SHARED = "the shared suite";

    /** The suite of those that kill processes all the time, for JUnit's locks as well. */
    String BESIDE = "the suite beside it";

    /** Which suite it is. */
    String value() default SHARED;

    /** Starts a suite for the first class, hands it to all, and leaves it to JUnit to close it. */
    final class Extension implements BeforeAllCallback, ParameterResolver, InvocationInterceptor {

        private static final ExtensionContext.Namespace NAMESPACE =
                ExtensionContext.Namespace.create(OnRunningSuite.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            suiteOf(context).started();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SuiteUnderTest.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return suiteOf(context);
        }

        @Override
        public void interceptTestMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context)
                throws Throwable {
            watched(invocation, context);
        }

        @Override
        public <T extends @Nullable Object> T interceptTestFactoryMethod(
                Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
                throws Throwable {
            return watched(invocation, context);
        }

        @Override
        public void interceptDynamicTest(
                Invocation<@Nullable Void> invocation, DynamicTestInvocationContext dynamic, ExtensionContext context)
                throws Throwable {
            watched(invocation, context);
        }

        private static <T extends @Nullable Object> T watched(Invocation<T> invocation, ExtensionContext context)
                throws Throwable {
            try {
                return invocation.proceed();
            } catch (Throwable failure) {
                suiteOf(context).noteFailure();
                throw failure;
            }
        }

        private static SuiteUnderTest suiteOf(ExtensionContext context) {
            String name = context.getRequiredTestClass()
                    .getAnnotation(OnRunningSuite.class)
                    .value();
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(name, _ -> SuiteUnderTest.start(), SuiteUnderTest.class);
        }
    }
}
