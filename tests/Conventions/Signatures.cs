using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace BaseComponents.Tests.Conventions;

/// <summary>What a user of an assembly sees.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Methods that a user or a deriving class can call, without accessors.</summary>
    public static IEnumerable<MethodInfo> VisibleMethods(Type type) =>
        type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName && !IsGenerated(method));

    /// <summary>Every type that the public surface of a type names, taken apart to its elements and arguments.</summary>
    public static IEnumerable<(string Member, Type Named)> NamedTypes(Type type) =>
        Members(type).SelectMany(pair => Parts(pair.Named).Select(part => (pair.Member, part))).Distinct();

    public static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), false)
        || member.IsDefined(typeof(GeneratedCodeAttribute), false)
        || (member.DeclaringType is { } outer && IsGenerated(outer));

    private static IEnumerable<(string Member, Type Named)> Members(Type type)
    {
        if (type.BaseType is { } ancestor)
            yield return ("base class", ancestor);
        foreach (var face in type.GetInterfaces())
            yield return ("interface", face);
        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            foreach (var parameter in constructor.GetParameters())
                yield return ("constructor", parameter.ParameterType);
        }

        foreach (var method in type.GetMethods(Declared).Where(IsVisible))
        {
            yield return (method.Name, method.ReturnType);
            foreach (var parameter in method.GetParameters())
                yield return (method.Name, parameter.ParameterType);
            foreach (var constraint in method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()))
                yield return (method.Name, constraint);
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
            yield return (field.Name, field.FieldType);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return [];
        return type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
            : [type];
    }
}
