namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>One element of an answer. Names are compared without their namespace and without regard to case: both differ between versions.</summary>
internal sealed class SoapElement(string name, string space, SoapDocument document)
{
    private const int MaxSteps = 8;
    private const int MaxText = 4096;

    public string Name { get; } = name;

    public string Space { get; } = space;

    public string? Reference { get; init; }

    public bool IsNil { get; init; }

    public List<SoapElement> Children { get; } = [];

    public string Text { get; set; } = "";

    /// <summary>The member of that name, where it refers to an element elsewhere that one; null when there is none or it is nil.</summary>
    public SoapElement? Member(string name)
    {
        SoapElement? found = null;
        foreach (var child in Children)
        {
            if (!child.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null)
                throw new SoapFormatException($"it has {name} twice");
            found = child;
        }

        return found?.Resolved();
    }

    /// <summary>The text of a member without members of its own; null when there is none or it is empty.</summary>
    public string? TextOf(string name)
    {
        if (Member(name) is not { } member)
            return null;
        if (member.Children.Count > 0 || member.Text.Length > MaxText)
            throw new SoapFormatException($"its {name} is no simple value");
        return member.Text.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>What stands here, or where this refers to (RPC/encoded: href="#id"); null when that is nil.</summary>
    public SoapElement? Resolved()
    {
        var element = this;
        for (var step = 0; element.Reference is { } reference; step++)
        {
            if (step == MaxSteps)
                throw new SoapFormatException("its references go on and on");
            element = document.ById(reference) ?? throw new SoapFormatException("it refers to something that is not there");
        }

        return element.IsNil ? null : element;
    }
}

/// <summary>Why an answer is not usable, in words that hold nothing of it.</summary>
internal sealed class SoapFormatException(string reason) : Exception(reason);
