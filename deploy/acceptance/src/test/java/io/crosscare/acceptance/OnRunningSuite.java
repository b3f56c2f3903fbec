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
 * A test class that plays on a running suite: the one that all classes share, or one of its own, so that it may run beside them.
 * It may take a {@link SuiteUnderTest} in its constructor.
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

    /** Whether it has a suite to itself, for as long as it runs. */
    boolean ofItsOwn() default false;

    /** Starts the suite for the first class, hands it to all, and leaves it to JUnit to close it after the last; likewise one's own. */
    final class Extension implements BeforeAllCallback, ParameterResolver, InvocationInterceptor {

        private static final ExtensionContext.Namespace NAMESPACE =
                ExtensionContext.Namespace.create(OnRunningSuite.class);

        @Override
        public void beforeAll(ExtensionContext context) {
            OnRunningSuite asked = context.getRequiredTestClass().getAnnotation(OnRunningSuite.class);
            if (asked.ofItsOwn()) {
                context.getStore(NAMESPACE).put(SuiteUnderTest.class, SuiteUnderTest.start());
            }
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

        /** What a class has put into its own store hides what stands at the root. */
        private static SuiteUnderTest suiteOf(ExtensionContext context) {
            SuiteUnderTest own = context.getStore(NAMESPACE).get(SuiteUnderTest.class, SuiteUnderTest.class);
            return own != null
                    ? own
                    : context.getRoot()
                            .getStore(NAMESPACE)
                            .computeIfAbsent(SuiteUnderTest.class, _ -> SuiteUnderTest.start(), SuiteUnderTest.class);
        }
    }
}
