namespace BaseComponents.Authorities;

/// <summary>How a fee is stated.</summary>
public enum FeeKind
{
    /// <summary>There is a fee, but the delivery does not say how much.</summary>
    Unknown,

    /// <summary>There is nothing to pay.</summary>
    /// <remarks>KostenFrei.</remarks>
    Free,

    /// <summary>One amount.</summary>
    /// <remarks>KostenFix.</remarks>
    Fixed,

    /// <summary>An amount within bounds.</summary>
    /// <remarks>KostenVariabel.</remarks>
    Range,
}
