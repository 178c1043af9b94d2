namespace BaseComponents.Eid.Saml;

/// <summary>An attribute with its values and with what the provider says about it beside them.</summary>
public sealed record SamlAttribute
{
    /// <summary>Its name, such as <c>urn:oid:2.5.4.42</c>. The friendly name is never read: it is not unique.</summary>
    public required string Name { get; init; }

    /// <summary>Its values, in order: texts, and values with elements of their own.</summary>
    public required IReadOnlyList<SamlValue> Values { get; init; }

    /// <summary>XML attributes of other namespaces, such as the trust level of BundID, by <c>{namespace}name</c>.</summary>
    public IReadOnlyDictionary<string, string> Extensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The one text; null where there is no value or an empty one.</summary>
    /// <exception cref="FormatException">There are several values, or the value has elements.</exception>
    public string? Text => Values switch
    {
        [] => null,
        [{ IsText: true } value] => value.Text.Length == 0 ? null : value.Text,
        _ => throw new FormatException("The attribute is no single text."),
    };

    /// <summary>The name of the type: the values stay out of logs.</summary>
    public override string ToString() => nameof(SamlAttribute);
}

/// <summary>A value of an attribute: a text, or parts with names of their own.</summary>
public sealed record SamlValue
{
    /// <summary>The text; empty where there are parts.</summary>
    public string Text { get; init; } = "";

    /// <summary>Parts by local name, such as <c>Strasse</c> and <c>PLZ</c> of an address; no name stands twice.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it is a text.</summary>
    public bool IsText => Parts.Count == 0;

    /// <summary>The name of the type: the value stays out of logs.</summary>
    public override string ToString() => nameof(SamlValue);
}
