namespace BaseComponents.Authorities.Routing;

/// <summary>How long the office takes.</summary>
/// <param name="Minimum">At least so many units.</param>
/// <param name="Maximum">At most so many units.</param>
/// <param name="Unit">What is counted; none where the service names one that is not known.</param>
/// <remarks>Bearbeitungsdauer.</remarks>
public sealed record ProcessingTime(int? Minimum, int? Maximum, ProcessingTimeUnit? Unit);
