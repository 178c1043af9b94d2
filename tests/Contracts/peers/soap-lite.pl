#!/usr/bin/env perl
# SOAP::Lite, which integrators of ePayBL use, at both ends of our SOAP.
#   soap-lite.pl call ENDPOINT ROOT.pem CLIENT.pem   calls the service in the style of 2.x and prints what came of it
#   soap-lite.pl read                                reads a request from standard input and prints what it says
use strict;
use warnings;
use utf8;
use Scalar::Util 'reftype';
use SOAP::Lite;
binmode(STDOUT, ':encoding(UTF-8)');

my ($mode, $endpoint, $root, $client) = @ARGV;
$mode eq 'read' ? read_request() : call_service();

sub text { my ($name, $value) = @_; return SOAP::Data->name($name => $value)->type('string') }

sub amount { my ($name, $value) = @_; return SOAP::Data->name($name => $value)->type('decimal') }

sub call_service {
    my $soap = SOAP::Lite->new(proxy => $endpoint);
    $soap->transport->ssl_opts(SSL_cert_file => $client, SSL_key_file => $client, SSL_ca_file => $root, verify_hostname => 1);
    $soap->default_ns('http://www.bff.bund.de/ePayment');
    my $mandant = text(mandantNr => 'SANDBOX01');
    my $office = text(bewirtschafterNr => 'BW000001');

    show('isAlive', $soap->call('isAlive', $mandant)->result);
    my $customer = SOAP::Data->name('kunde' => \SOAP::Data->value(text(EShopKundenNr => 'perl-1'), text(sprache => 'de'), text(vorname => 'Zoë'), text(nachname => 'Weiß')))->type('Kunde');
    show('anlegenKunde', $soap->call('anlegenKunde', $mandant, $office, $customer)->result->{ergebnis});
    my $booking = SOAP::Data->name('item' => \SOAP::Data->value(text(haushaltsstelle => '1100.10001'), text(buchungstext => 'Hundesteuer'), amount(betrag => '96.00')))->type('Buchung');
    my $list = SOAP::Data->name('buchungsListe' => \SOAP::Data->value(
        amount(betrag => '96.00'), text(waehrungskennzeichen => 'EUR'), SOAP::Data->name(faelligkeitsdatum => '2027-01-31T00:00:00+01:00')->type('dateTime'),
        SOAP::Data->name(buchungen => [$booking]), $office, text(kennzeichenMahnverfahren => '11000'), text(EShopTransaktionsNr => 'perl-1')))->type('BuchungsListe');
    my $none = SOAP::Data->name('lieferAdresse')->attr({ 'xsi:nil' => 'true' });
    my $description = SOAP::Data->name('buchungText')->attr({ 'xsi:nil' => 'true' });
    my $methods = SOAP::Data->name(zahlverfahrenListe => [text(item => 'KREDITKARTE'), text(item => 'PAYPAL')]);
    my $parameters = SOAP::Data->name(buchungslisteParameterSet => \SOAP::Data->value(SOAP::Data->name(buchungsListeParameter => [])))->type('BuchungsListeParameterSet');
    my $booked = $soap->call('anlegenKassenzeichenMitZahlverfahrenlisteMitBLP', $mandant, text(eShopKundenNr => 'perl-1'), $list, $none, $description, $methods, $parameters);
    show('anlegenKassenzeichen', $booked->fault ? { code => $booked->faultstring } : $booked->result->{ergebnis});
    my $found = $soap->call('lesenTransaktion', $mandant, text(eShopTransaktionsNr => 'perl-1'))->result;
    my $kassenzeichen = $found->{buchungsListe}->{kassenzeichen};
    print "amount $found->{buchungsListe}->{betrag}\n";
    my $info = $soap->call('lesenKassenzeichenInfo', $mandant, text(kassenzeichen => $kassenzeichen))->result;
    print "saldo $info->{saldo}\n";
    show('loeschenKunde', $soap->call('loeschenKunde', $mandant, $office, text(EShopKundenNr => 'perl-1'))->result);
}

sub show { my ($what, $outcome) = @_; print "$what $outcome->{code}\n" }

sub read_request {
    local $/;
    my $call = SOAP::Deserializer->new->deserialize(scalar <STDIN>);
    print 'operation ', $call->dataof('/Envelope/Body/[1]')->name, "\n";
    my @values = $call->valueof('/Envelope/Body/[1]/*');
    say_all('', $_->name, shift @values) for $call->dataof('/Envelope/Body/[1]/*');
}

sub say_all {
    my ($path, $name, $value) = @_;
    # What has a type of its own is blessed into it.
    my $kind = reftype($value) // '';
    if ($kind eq 'ARRAY') { my $index = 0; say_all("$path$name/", $index++, $_) for @$value }
    elsif ($kind eq 'HASH') { say_all("$path$name/", $_, $value->{$_}) for sort keys %$value }
    else { print "$path$name ", defined $value ? $value : 'nil', "\n" }
}
