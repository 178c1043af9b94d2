using System.Reflection;

namespace BaseComponents.ApiPages;

/// <summary>The identifiers that the compiler writes into the file of comments (C# specification, annex D.4.2).</summary>
internal static class MemberId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Name(type),
        ConstructorInfo constructor => $"M:{Name(constructor.DeclaringType!)}.#ctor{Parameters(constructor)}",
        MethodInfo method => $"M:{Name(method.DeclaringType!)}.{method.Name}{Arity(method)}{Parameters(method)}{Conversion(method)}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}{Index(property)}",
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        EventInfo happening => $"E:{Name(happening.DeclaringType!)}.{happening.Name}",
        _ => "",
    };

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";

    private static string Conversion(MethodInfo method) => method.Name is "op_Implicit" or "op_Explicit" ? "~" + Named(method.ReturnType) : "";

    private static string Index(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } index ? List(index) : "";

    private static string Parameters(MethodBase method) => method.GetParameters() is { Length: > 0 } parameters ? List(parameters) : "";

    private static string List(ParameterInfo[] parameters) => $"({string.Join(',', parameters.Select(parameter => Named(parameter.ParameterType)))})";

    private static string Name(Type type) => (type.FullName ?? $"{type.Namespace}.{type.Name}").Replace('+', '.');

    private static string Named(Type type)
    {
        if (type.IsByRef)
            return Named(type.GetElementType()!) + "@";
        if (type.IsArray)
            return Named(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsGenericType)
            return Name(type);
        var bare = Name(type.GetGenericTypeDefinition()).Split('`')[0];
        return $"{bare}{{{string.Join(',', type.GetGenericArguments().Select(Named))}}}";
    }
}
