using MunicipalService.Languages;

namespace MunicipalService.Forms;

/// <summary>What a text input on a page needs. Label and hint are German; the page says them in its language.</summary>
public sealed record TextField(string Id, string Label, string? Value)
{
    public string? Hint { get; init; }

    public Message? Error { get; init; }

    /// <summary>May stay empty, and the label says so.</summary>
    public bool Optional { get; init; }

    /// <summary>Must be filled in only after another answer; the hint says after which.</summary>
    public bool Conditional { get; init; }

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

    public Message? Error { get; init; }

    public string? DescribedBy => Described.By(Id, Hint, Error);

    /// <summary>The first button carries the id of the field, so that the error summary leads to it.</summary>
    public string IdOf(int index) => index == 0 ? Id : $"{Id}-{index + 1}";
}

/// <summary>One button of a group.</summary>
public sealed record RadioOption(string Value, string Label)
{
    /// <summary>What comes before the label and is no text of the service, such as a name from the settings: it stays German in every language.</summary>
    public string? Setting { get; init; }
}

/// <summary>A date in three small inputs, in German order.</summary>
/// <param name="Id">Prefix of the three names.</param>
/// <param name="Errors">What is wrong with the form this field is part of.</param>
public sealed record DateField(string Id, string Legend, string? Day, string? Month, string? Year, FieldErrors Errors)
{
    public string? Hint { get; init; }

    /// <summary>The day may stay empty.</summary>
    public bool DayIsOptional { get; init; }

    /// <summary>The one message of the three inputs.</summary>
    public Message? Error => Errors.For(Id + "Day", Id + "Month", Id + "Year");

    public bool IsWrong(string part) => Errors.Concern(Id + part);

    public string? DescribedBy => Described.By(Id, Hint, Error);
}

internal static class Described
{
    public static string? By(string id, string? hint, Message? error) => (hint, error) switch
    {
        (null, null) => null,
        (_, null) => $"{id}-hint",
        (null, _) => $"{id}-error",
        _ => $"{id}-hint {id}-error",
    };
}
