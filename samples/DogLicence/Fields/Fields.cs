namespace DogLicence.Fields;

/// <summary>What a text input on a page needs.</summary>
public sealed record TextField(string Id, string Label, string? Value)
{
    public string? Hint { get; init; }

    public string? Error { get; init; }

    public bool Optional { get; init; }

    public string Type { get; init; } = "text";

    public string Autocomplete { get; init; } = "off";

    public string? InputMode { get; init; }

    public int MaximumLength { get; init; } = 200;

    /// <summary>Ids of what describes the input, for screen readers; null when nothing does.</summary>
    public string? DescribedBy => Described.By(Id, Hint, Error);
}

/// <summary>A group of radio buttons.</summary>
public sealed record RadioField(string Id, string Legend, string? Value, IReadOnlyList<RadioOption> Options)
{
    public string? Hint { get; init; }

    public string? Error { get; init; }

    public string? DescribedBy => Described.By(Id, Hint, Error);

    /// <summary>The first button carries the id of the field, so that the error summary leads to it.</summary>
    public string IdOf(int index) => index == 0 ? Id : $"{Id}-{index + 1}";
}

public sealed record RadioOption(string Value, string Label);

/// <summary>A date in three small inputs, in German order.</summary>
/// <param name="Id">Prefix of the three names.</param>
public sealed record DateField(string Id, string Legend, string? Day, string? Month, string? Year)
{
    public string? Hint { get; init; }

    /// <summary>Messages of the three inputs; one is shown.</summary>
    public string? Error { get; init; }

    public string? DescribedBy => Described.By(Id, Hint, Error);
}

internal static class Described
{
    public static string? By(string id, string? hint, string? error) => (hint, error) switch
    {
        (null, null) => null,
        (_, null) => $"{id}-hint",
        (null, _) => $"{id}-error",
        _ => $"{id}-hint {id}-error",
    };
}
