namespace BaseComponents.Sandbox.Payments;

/// <summary>Who may ask: one online service, and every authority in Saxony by its municipality key (Amtlicher Gemeindeschlüssel).</summary>
internal static class EndPoints
{
    public const string OriginatorId = "SANDBOX-ONLINEDIENST";
    public const string EndPointId = "14612000";
    private const string BookingDataWanted = "14999999";
    private const string OwnIdsOnly = "14999998";

    public static bool Know(string originatorId, string endPointId) =>
        originatorId == OriginatorId && endPointId.Length == 8 && endPointId.StartsWith("14", StringComparison.Ordinal) && endPointId.All(char.IsAsciiDigit);

    /// <summary>This one refuses lines without booking data, as a back end with budget items does.</summary>
    public static bool WantsBookingData(string endPointId) => endPointId == BookingDataWanted;

    /// <summary>This one does not: it finds a payment by its own id only, as the specification promises no more.</summary>
    public static bool FindsByRequestId(string endPointId) => endPointId != OwnIdsOnly;
}
