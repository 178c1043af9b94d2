namespace BaseComponents.Tests.Eid.EidServer.Forge;

/// <summary>What stands in the bodies of answers.</summary>
internal static class AnswerContents
{
    public const string Session = "0123456789ABCDEF0123456789ABCDEF";
    public const string PskId = "psk-identifier-0001";
    public const string PskKey = "FEDCBA9876543210FEDCBA9876543210";
    public const string Ok = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#ok";
    public const string Error = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#error";
    public const string MinorPrefix = "http://www.bsi.bund.de/eid/server/2.0/resultminor/";

    private const string Namespaces = "xmlns:eid=\"http://bsi.bund.de/eID/\" xmlns:dss=\"urn:oasis:names:tc:dss:1.0:core:schema\"";

    public static string Success { get; } = Result(Ok, null);

    public static string Started { get; } = Of("useID", $"<eid:Session><eid:ID>{Session}</eid:ID></eid:Session><eid:eCardServerAddress>https://eid.example/paos</eid:eCardServerAddress><eid:PSK><eid:ID>{PskId}</eid:ID><eid:Key>{PskKey}</eid:Key></eid:PSK>{Success}");

    public static string Info { get; } = Of("getServerInfo", "<eid:ServerVersion><eid:VersionString>Version 2.4.0</eid:VersionString><eid:Major>2</eid:Major><eid:Minor>4</eid:Minor></eid:ServerVersion><eid:DocumentVerificationRights><eid:GivenNames>ALLOWED</eid:GivenNames><eid:FamilyNames> ALLOWED </eid:FamilyNames><eid:BirthName/><eid:RestrictedID>PROHIBITED</eid:RestrictedID></eid:DocumentVerificationRights>");

    /// <summary>A result that needs nothing but names and a level.</summary>
    public static string Erika { get; } = ResultOf("<eid:GivenNames>ERIKA</eid:GivenNames><eid:FamilyNames>MUSTERMANN</eid:FamilyNames>");

    public static string Of(string operation, string content) => $"<eid:{operation}Response {Namespaces}>{content}</eid:{operation}Response>";

    public static string Result(string major, string? minor) =>
        $"<dss:Result><dss:ResultMajor>{major}</dss:ResultMajor>{(minor is null ? "" : $"<dss:ResultMinor>{minor}</dss:ResultMinor>")}</dss:Result>";

    public static string Declined(string operation, string minor) => Of(operation, Result(Error, minor.Contains(':', StringComparison.Ordinal) ? minor : MinorPrefix + minor));

    public static string ResultOf(string personalData, string more = "", string level = "<eid:LevelOfAssuranceResult>http://bsi.bund.de/eID/LoA/hoch</eid:LevelOfAssuranceResult>") =>
        Of("getResult", $"<eid:PersonalData>{personalData}</eid:PersonalData>{more}{level}{Success}");
}
