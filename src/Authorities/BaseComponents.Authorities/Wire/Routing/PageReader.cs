using System.Text.Json;

namespace BaseComponents.Authorities.Wire.Routing;

/// <summary>The envelope around routes and areas.</summary>
internal static class PageReader
{
    private const int Largest = 500;

    /// <exception cref="JsonException">It is no such envelope.</exception>
    public static ResultPage<T> Read<T>(JsonElement root, string name, Func<JsonElement, T> read)
    {
        if (root.Number("totalCount") is not (>= 0 and var total) || root.Member(name, JsonValueKind.Array) is not { } items)
            throw new JsonException($"It has no totalCount, or no {name}.");
        if (items.GetArrayLength() > Largest)
            throw new JsonException($"It has more than {Largest} {name} in one part.");
        return new ResultPage<T>([.. items.EnumerateArray().Select(read)], total);
    }
}
