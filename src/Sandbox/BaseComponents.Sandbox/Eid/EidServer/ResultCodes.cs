namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>Outcomes of a call (TR-03130-1, section 3.4.1; TR-03112-1, section 4.2).</summary>
internal static class ResultCodes
{
    public const string Ok = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok";
    public const string Error = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error";

    public const string InternalError = Prefix + "common#internalError";
    public const string SchemaViolation = Prefix + "common#schemaViolation";
    public const string InvalidPsk = Prefix + "useID#invalidPSK";
    public const string TooManyOpenSessions = Prefix + "useID#tooManyOpenSessions";
    public const string MissingArgument = Prefix + "useID#missingArgument";
    public const string MissingTerminalRights = Prefix + "useID#missingTerminalRights";
    public const string NoResultYet = Prefix + "getResult#noResultYet";
    public const string InvalidSession = Prefix + "getResult#invalidSession";
    public const string InvalidCounter = Prefix + "getResult#invalidCounter";
    public const string DeniedDocument = Prefix + "getResult#deniedDocument";
    public const string InvalidDocument = Prefix + "getResult#invalidDocument";

    /// <summary>TR-03130 names no code for it: this one is of the interface below.</summary>
    public const string CancelledByUser = "http://www.bsi.bund.de/ecard/api/1.1/resultminor/sal#cancellationByUser";

    private const string Prefix = "http://www.bsi.bund.de/eid/server/2.0/resultminor/";
}
