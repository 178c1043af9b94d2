namespace BaseComponents.Authorities.Wire;

/// <summary>One object of a delivery cannot be used. It is reported and skipped; this never leaves the reader.</summary>
internal sealed class BadObjectException(string problem) : Exception(problem);
