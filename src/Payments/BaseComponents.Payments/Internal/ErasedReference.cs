namespace BaseComponents.Payments.Internal;

/// <summary>What stands in the place of a reference that was erased. No order can have it.</summary>
internal static class ErasedReference
{
    private const string Prefix = "erased:";

    public static string Of(string requestId) => Prefix + requestId;

    public static bool Is(string reference) => reference.StartsWith(Prefix, StringComparison.Ordinal);
}
