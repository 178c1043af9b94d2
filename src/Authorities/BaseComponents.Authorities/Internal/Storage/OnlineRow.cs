namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>One service on the web named for a public service in an area, in a draft.</summary>
/// <param name="Service">Number of the public service.</param>
/// <param name="Area">Number of the area.</param>
/// <param name="Online">Index of the service on the web.</param>
/// <param name="Validity">Index of the validity.</param>
internal readonly record struct OnlineRow(long Service, long Area, int Online, int Validity);
