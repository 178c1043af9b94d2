namespace BaseComponents.Authorities.Bulk;

/// <summary>How far a download has come. How much there will be is not said by the service.</summary>
/// <param name="Page">The page that is arriving, counted from one within the folder.</param>
/// <param name="PageBytes">How much of it has arrived.</param>
/// <param name="Bytes">How much this call has fetched until now.</param>
public sealed record BulkProgress(int Page, long PageBytes, long Bytes);
