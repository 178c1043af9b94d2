namespace BaseComponents.Tool.Commands;

/// <summary>What scripts get to know.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>The command did its work and found something wrong.</summary>
    public const int Findings = 1;

    /// <summary>The command could not do its work: a file that is missing or cannot be read, or arguments that are not understood.</summary>
    public const int Unusable = 2;

    /// <summary>The command did its work, and found nothing worse than warnings.</summary>
    public const int Warnings = 3;
}
