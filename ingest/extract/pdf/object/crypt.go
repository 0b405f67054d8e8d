package object

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"hash"
)

// method is how strings or streams are enciphered.
type method uint8

const (
	plain method = iota
	arc4
	aes128
	aes256
)

// crypt is the standard security handler (PDF 32000-1, 7.6; PDF 2.0 for
// AES-256), opened with the empty password: what any reader opens unasked.
type crypt struct {
	key            []byte
	texts, streams method
	self           uint32 // the number of the Encrypt dictionary, which is plain
	selfIsAnEntry  bool
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// openCrypt prepares decryption. It gives ErrPassword where the empty
// password does not open the paper and ErrCipher where the handler is not
// the standard one.
func (x *index) openCrypt() error {
	v := x.trailer("Encrypt")
	if v == nil {
		return nil
	}
	c := &crypt{}
	if r, ok := v.(ref); ok {
		c.self, c.selfIsAnEntry = r.num, true
	}
	d, _ := x.resolve(v).(dict)
	if d == nil {
		return nil
	}
	if f, _ := x.resolve(d.get("Filter")).(name); f != "Standard" {
		return ErrCipher
	}
	version, revision := x.int(d, "V"), x.int(d, "R")
	switch version {
	case 1, 2, 3:
		c.texts, c.streams = arc4, arc4
	case 4, 5:
		c.texts = x.filterMethod(d, "StrF")
		c.streams = x.filterMethod(d, "StmF")
	default:
		return ErrCipher
	}
	owner, _ := x.resolve(d.get("O")).(text)
	user, _ := x.resolve(d.get("U")).(text)
	if version == 5 {
		ue, _ := x.resolve(d.get("UE")).(text)
		if c.key = key256(user, ue, revision); c.key == nil {
			return ErrPassword
		}
		x.crypt = c
		return nil
	}
	size := x.int(d, "Length") / 8
	if version == 4 {
		size = 16
	}
	if size < 5 || size > 16 || version == 1 {
		size = 5
	}
	if version == 4 {
		size = 16
	}
	var id text
	if ids, ok := x.resolve(x.trailer("ID")).(array); ok && len(ids) > 0 {
		id, _ = x.resolve(ids[0]).(text)
	}
	encryptMeta, said := x.resolve(d.get("EncryptMetadata")).(bool)
	key := key128(owner, id, uint32(x.int(d, "P")), revision, size, !said || encryptMeta)
	if !opens(key, user, id, revision) {
		return ErrPassword
	}
	c.key = key
	x.crypt = c
	return nil
}

func (x *index) int(d dict, key name) int {
	n, _ := x.resolve(d.get(key)).(int64)
	return int(n)
}

func (x *index) filterMethod(d dict, key name) method {
	which, _ := x.resolve(d.get(key)).(name)
	filters, _ := x.resolve(d.get("CF")).(dict)
	f, _ := x.resolve(filters.get(which)).(dict)
	switch x.resolve(f.get("CFM")) {
	case name("V2"):
		return arc4
	case name("AESV2"):
		return aes128
	case name("AESV3"):
		return aes256
	}
	return plain
}

func key128(owner, id []byte, permissions uint32, revision, size int, meta bool) []byte {
	h := md5.New()
	h.Write(padding)
	h.Write(owner[:min(32, len(owner))])
	var p [4]byte
	binary.LittleEndian.PutUint32(p[:], permissions)
	h.Write(p[:])
	h.Write(id)
	if revision >= 4 && !meta {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:size])
			key = sum[:]
		}
	}
	return key[:size]
}

func opens(key, user, id []byte, revision int) bool {
	if revision == 2 {
		out := make([]byte, 32)
		rc4With(key, out, padding)
		return bytes.Equal(out, user)
	}
	h := md5.New()
	h.Write(padding)
	h.Write(id)
	out := h.Sum(nil)
	for i := range 20 {
		k := make([]byte, len(key))
		for j := range k {
			k[j] = key[j] ^ byte(i)
		}
		rc4With(k, out, out)
	}
	return len(user) >= 16 && bytes.Equal(out, user[:16])
}

func rc4With(key, dst, src []byte) {
	c, err := rc4.NewCipher(key)
	if err != nil { // only for a key of no bytes or more than 256
		copy(dst, src)
		return
	}
	c.XORKeyStream(dst, src)
}

// key256 gives the file's key, or nil where the empty password is not the
// one.
func key256(user, ue []byte, revision int) []byte {
	if len(user) < 48 || len(ue) < 32 {
		return nil
	}
	sum := hash5
	if revision >= 6 {
		sum = hash6
	}
	if !bytes.Equal(sum(user[32:40]), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(sum(user[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, ue[:32])
	return key
}

func hash5(salt []byte) []byte {
	s := sha256.Sum256(salt)
	return s[:]
}

// hash6 is PDF 2.0's hardened hash (ISO 32000-2, algorithm 2.B) for the empty
// password.
func hash6(salt []byte) []byte {
	k := hash5(salt)
	for round := 0; ; round++ {
		k1 := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(k1, k1)
		mod := 0
		for _, c := range k1[:16] {
			mod += int(c)
		}
		var h hash.Hash
		switch mod % 3 {
		case 0:
			h = sha256.New()
		case 1:
			h = sha512.New384()
		default:
			h = sha512.New()
		}
		h.Write(k1)
		k = h.Sum(nil)
		if round >= 63 && int(k1[len(k1)-1]) <= round-32 {
			return k[:32]
		}
	}
}

// strings gives a value with its strings decrypted.
func (c *crypt) strings(v node, e *entry) node {
	if c.texts == plain || c.selfIsAnEntry && e.num == c.self {
		return v
	}
	switch v := v.(type) {
	case text:
		return text(c.open(c.texts, v, e))
	case array:
		for i := range v {
			v[i] = c.strings(v[i], e)
		}
	case dict:
		if e.stream { // its head is kept and would be decrypted twice
			return v
		}
		for i := range v {
			v[i].value = c.strings(v[i].value, e)
		}
	}
	return v
}

// stream gives a stream's body decrypted.
func (c *crypt) stream(body []byte, e *entry, x *index) []byte {
	if e.packed || e.head.get("Type") == name("XRef") {
		return body
	}
	for _, f := range x.filters(e.head) {
		if f == "Crypt" {
			return body
		}
	}
	return c.open(c.streams, body, e)
}

func (c *crypt) open(m method, data []byte, e *entry) []byte {
	if m == plain {
		return data
	}
	key := c.key
	if m != aes256 {
		h := md5.New()
		h.Write(c.key)
		h.Write([]byte{byte(e.num), byte(e.num >> 8), byte(e.num >> 16), byte(e.gen), byte(e.gen >> 8)})
		if m == aes128 {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(16, len(c.key)+5)]
	}
	if m == arc4 {
		out := make([]byte, len(data))
		rc4With(key, out, data)
		return out
	}
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 32 {
		return nil
	}
	iv, data := data[:16], data[16:]
	data = data[:len(data)/16*16]
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, data)
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= 16 {
		out = out[:len(out)-pad]
	}
	return out
}
