#include "core/server/selfsigned.h"

#include "core/base/digest.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace passel {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 FileLimit = 1 << 20;
constexpr long TenYears = 10L * 365 * 86'400;

template <auto Free>
struct Freer
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

void freeBio(BIO *bio)
{
    ::BIO_free(bio);
}

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;
using Bio = std::unique_ptr<BIO, Freer<freeBio>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

Error invalid()
{
    return {
        ErrorKind::Input, QByteArrayLiteral("certificate-invalid"),
        QCoreApplication::translate("passel::Certificate",
                                    "The certificate or its key cannot be used. Give two PEM files "
                                    "that belong together.")};
}

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, size};
}

QByteArray pinOf(const QByteArray &certificatePem)
{
    const Bio bio(
        ::BIO_new_mem_buf(certificatePem.constData(), static_cast<int>(certificatePem.size())));
    const X509Ptr certificate(::PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return {};
    unsigned char *der = nullptr;
    const int size = ::i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
    if (size <= 0)
        return {};
    QByteArray pin = sha256(QByteArrayView(reinterpret_cast<const char *>(der), size)).toHex();
    OPENSSL_free(der);
    return pin;
}

bool addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    ::X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(::X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && ::X509_add_ext(certificate, extension.get(), -1) == 1;
}

// subjectAltName takes no name with a comma or a colon but an address; others are left out.
QByteArray alternativeNames(const QStringList &hosts)
{
    QStringList names{u"DNS:localhost"_s, u"IP:127.0.0.1"_s, u"IP:::1"_s};
    for (const QString &host : hosts) {
        const QHostAddress address(host);
        QString name;
        if (!address.isNull())
            name = u"IP:"_s + address.toString();
        else if (!host.isEmpty() && !host.contains(u',') && !host.contains(u':'))
            name = u"DNS:"_s + host;
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names.join(u',').toLatin1();
}

Result<Certificate> make(const QStringList &hosts, qint64 nowMs)
{
    const Key key(::EVP_EC_gen("P-256"));
    const X509Ptr certificate(::X509_new());
    if (!key || !certificate)
        return invalid();
    X509 *const x = certificate.get();
    ::X509_set_version(x, 2);
    // Twenty octets at most, and positive.
    QByteArray serial = randomBytes(16);
    serial[0] = static_cast<char>(serial[0] & 0x7f);
    const std::unique_ptr<BIGNUM, Freer<BN_free>> number(
        ::BN_bin2bn(reinterpret_cast<const unsigned char *>(serial.constData()),
                    static_cast<int>(serial.size()), nullptr));
    ::BN_to_ASN1_INTEGER(number.get(), ::X509_get_serialNumber(x));
    const time_t from = static_cast<time_t>(nowMs / 1000) - 86'400; // clocks differ
    ::ASN1_TIME_set(::X509_getm_notBefore(x), from);
    ::ASN1_TIME_set(::X509_getm_notAfter(x), from + TenYears);
    X509_NAME *const name = ::X509_get_subject_name(x);
    ::X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                 reinterpret_cast<const unsigned char *>("Passel share server"), -1,
                                 -1, 0);
    ::X509_set_issuer_name(x, name);
    ::X509_set_pubkey(x, key.get());
    const bool extended = addExtension(x, NID_subject_alt_name, alternativeNames(hosts))
                          && addExtension(x, NID_basic_constraints, "critical,CA:FALSE")
                          && addExtension(x, NID_ext_key_usage, "serverAuth");
    const Bio certificateBio(::BIO_new(::BIO_s_mem()));
    const Bio keyBio(::BIO_new(::BIO_s_mem()));
    if (!extended || ::X509_sign(x, key.get(), ::EVP_sha256()) == 0
        || ::PEM_write_bio_X509(certificateBio.get(), x) != 1
        || ::PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr)
               != 1)
        return invalid();
    Certificate made{contentOf(certificateBio.get()), contentOf(keyBio.get()), {}};
    made.pin = pinOf(made.certificatePem);
    return made;
}

} // namespace

Result<Certificate> readCertificate(FileSystem &files, const QString &certificatePath,
                                    const QString &keyPath)
{
    Certificate certificate;
    PASSEL_TRY(certificate.certificatePem, readAll(files, certificatePath, FileLimit));
    PASSEL_TRY(certificate.keyPem, readAll(files, keyPath, FileLimit));
    certificate.pin = pinOf(certificate.certificatePem);
    if (certificate.pin.isEmpty())
        return invalid();
    return certificate;
}

Result<Certificate> selfSignedCertificate(FileSystem &files, const QString &folder,
                                          const QStringList &hosts, qint64 nowMs)
{
    const QString certificatePath = folder + "/tls-cert.pem"_L1;
    const QString keyPath = folder + "/tls-key.pem"_L1;
    if (files.status(certificatePath) && files.status(keyPath))
        return readCertificate(files, certificatePath, keyPath);
    PASSEL_TRY(const Certificate made, make(hosts, nowMs));
    // The key first, made unreadable to others before a byte of it is written.
    PASSEL_CHECK(files.remove(keyPath));
    PASSEL_TRY(const auto key, files.create(keyPath, FileSystem::Create::Exclusive));
    PASSEL_CHECK(key->writeAt(0, made.keyPem));
    PASSEL_CHECK(key->sync());
    PASSEL_TRY(auto certificate, AtomicFile::create(files, certificatePath));
    PASSEL_CHECK(certificate.write(made.certificatePem));
    PASSEL_CHECK(certificate.commit());
    return made;
}

} // namespace passel
