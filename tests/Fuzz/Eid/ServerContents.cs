using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>Contents of results to begin with.</summary>
internal static class ServerContents
{
    private const string Fulfilled = "<eid:FulfilsAgeVerification><eid:FulfilsRequest>true</eid:FulfilsRequest></eid:FulfilsAgeVerification><eid:FulfilsPlaceVerification><eid:FulfilsRequest>false</eid:FulfilsRequest></eid:FulfilsPlaceVerification>";

    public static string Everything { get; } = AnswerContents.ResultOf(
        "<eid:DocumentType>ID</eid:DocumentType><eid:IssuingState>D</eid:IssuingState><eid:DateOfExpiry>2029-10-31</eid:DateOfExpiry><eid:GivenNames>ERIKA</eid:GivenNames><eid:FamilyNames>MUSTERMANN</eid:FamilyNames>"
        + "<eid:ArtisticName/><eid:AcademicTitle>DR.</eid:AcademicTitle><eid:DateOfBirth><eid:DateString>19640812</eid:DateString><eid:DateValue>1964-08-12</eid:DateValue></eid:DateOfBirth>"
        + "<eid:PlaceOfBirth><eid:FreetextPlace>BERLIN</eid:FreetextPlace></eid:PlaceOfBirth><eid:Nationality>D</eid:Nationality>"
        + "<eid:PlaceOfResidence><eid:StructuredPlace><eid:Street>HEIDESTRAẞE 17</eid:Street><eid:City>KÖLN</eid:City><eid:Country>D</eid:Country><eid:ZipCode>51147</eid:ZipCode></eid:StructuredPlace></eid:PlaceOfResidence>"
        + "<eid:CommunityID>02760503150000</eid:CommunityID><eid:ResidencePermitI/><eid:RestrictedID><eid:ID>01A4FB50</eid:ID><eid:ID2>5C6FE01A</eid:ID2></eid:RestrictedID>",
        Fulfilled + "<eid:EIDTypeResponse><eid:CardCertified>USED</eid:CardCertified></eid:EIDTypeResponse><eid:TransactionAttestationResponse><eid:TransactionAttestationFormat>urn:x</eid:TransactionAttestationFormat><eid:TransactionAttestationData>abc</eid:TransactionAttestationData></eid:TransactionAttestationResponse>");

    public static string Partial { get; } = AnswerContents.ResultOf(
        "<eid:DateOfBirth><eid:DateString>1964    </eid:DateString></eid:DateOfBirth><eid:PlaceOfResidence><eid:NoPlaceInfo>keine Wohnung in Deutschland</eid:NoPlaceInfo></eid:PlaceOfResidence><eid:RestrictedID><eid:ID>01A4FB50</eid:ID></eid:RestrictedID>",
        "<eid:OperationsAllowedByUser><eid:DateOfBirth>ALLOWED</eid:DateOfBirth><eid:PlaceOfResidence>ALLOWED</eid:PlaceOfResidence><eid:RestrictedID>PROHIBITED</eid:RestrictedID><eid:GivenNames>NOTONCHIP</eid:GivenNames></eid:OperationsAllowedByUser>");
}
