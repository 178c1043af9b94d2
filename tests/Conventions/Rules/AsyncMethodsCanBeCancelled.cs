using System.Reflection;

namespace BaseComponents.Tests.Conventions.Rules;

public sealed class AsyncMethodsCanBeCancelled
{
    /// <summary>Methods that are right without a token or a suffix: <c>Type.Method</c> and why.</summary>
    private static readonly Dictionary<string, string> Excepted = new(StringComparer.Ordinal);

    [Fact]
    public void A_method_that_returns_a_task_ends_in_Async_and_takes_a_token_last() => Verdict.NoFindings(
        ShippedProject.All.SelectMany(project => project.Assembly.GetExportedTypes()).SelectMany(Findings),
        "Name it …Async and let its last parameter be 'CancellationToken cancellationToken = default'. Where a framework dictates the shape, " +
        "implement the framework's interface; anything else needs a line with its reason in the list of exceptions of this rule.");

    [Fact]
    public void The_rule_sees_a_missing_token_a_missing_suffix_and_a_token_that_is_not_last() =>
        Findings(typeof(Examples.Careless)).Should().HaveCount(3);

    [Fact]
    public void A_delegate_needs_a_token_but_no_suffix() =>
        new[] { typeof(Examples.Careless.Callback), typeof(Examples.Careless.CarelessCallback) }.SelectMany(Findings).Should().ContainSingle().Which.Should().Contain("CarelessCallback");

    [Fact]
    public void Every_exception_still_exists() => Excepted.Keys
        .Except(ShippedProject.All.SelectMany(project => project.Assembly.GetExportedTypes()).SelectMany(Signatures.VisibleMethods).Select(NameOf))
        .Should().BeEmpty("an exception for a method that is gone hides the next one of that name");

    private static IEnumerable<string> Findings(Type type)
    {
        foreach (var method in Signatures.VisibleMethods(type).Where(method => IsAsynchronous(method.ReturnType) && !IsDictated(method)))
        {
            if (Excepted.ContainsKey(NameOf(method)) || (IsDelegate(type) && method.Name != "Invoke"))
                continue;
            // The compiler names the method of a delegate.
            if (!method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsDelegate(type))
                yield return $"{NameOf(method)} returns {method.ReturnType.Name} but does not end in Async.";
            if (method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
                yield return $"{NameOf(method)} does not take a CancellationToken as its last parameter.";
        }
    }

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    private static bool IsAsynchronous(Type type)
    {
        var shape = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return shape == typeof(Task) || shape == typeof(Task<>) || shape == typeof(ValueTask) || shape == typeof(ValueTask<>) || shape == typeof(IAsyncEnumerable<>);
    }

    /// <summary>Whether the shape comes from a base class or an interface that is not ours.</summary>
    private static bool IsDictated(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (IsForeign(method.GetBaseDefinition().DeclaringType!))
            return true;
        return !type.IsInterface && type.GetInterfaces().Where(IsForeign).Any(face => type.GetInterfaceMap(face).TargetMethods.Contains(method));
    }

    private static bool IsForeign(Type type) => !type.Assembly.GetName().Name!.StartsWith("BaseComponents.", StringComparison.Ordinal);
}
