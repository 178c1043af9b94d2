namespace BaseComponents.Authorities.Wire.Bulk;

/// <summary>An answer ended before it was whole.</summary>
internal sealed class BrokenOffException(Exception? cause = null) : Exception("The answer ended before it was whole.", cause);
